package dev.albumen.bootstrap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.transfer.ImportPlan;
import dev.albumen.application.transfer.ImportedFile;
import dev.albumen.application.transfer.PictureNotes;
import dev.albumen.domain.tag.TagName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPlanTest {

    private static final String XMP = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sea\tat noon</dc:title>
            <dc:subject><rdf:Bag><rdf:li>Sea</rdf:li><rdf:li>sea</rdf:li><rdf:li>%s</rdf:li></rdf:Bag></dc:subject>
            </rdf:Description></rdf:RDF></x:xmpmeta>""".formatted("long".repeat(40));

    private record Text(String path, String text) implements ImportedFile {
        @Override
        public long byteSize() {
            return text.length();
        }

        @Override
        public long changedAt() {
            return 0;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void makesAlbumsOfFolders() {
        ImportPlan plan = plan("top.jpg", "Rome/a.JPG", "Rome/b.mov", "Rome/Night/c.heic",
                "Takeout/Google Photos/Sea/d.jpg", "Takeout/Google Photos/Photos from 2019/e.jpg", "Takeout/Google Fotos/f.jpg");

        assertThat(plan.albums()).hasToString("{Rome=2, Rome / Night=1, Sea=1}");
        assertThat(plan.pictures()).hasSize(7);
    }

    @Test
    void leavesOutWhatIsNoPictureAndSaysNothingOfWhatSystemsLeaveBehind() {
        ImportPlan plan = plan("a.jpg", "a.jpg.json", "notes.txt", ".DS_Store", "__MACOSX/a.jpg", "@eaDir/a.jpg", "x/.thumbnails/b.jpg");

        assertThat(plan.pictures()).extracting(picture -> picture.file().path()).containsExactly("a.jpg");
        assertThat(plan.ignored()).containsExactly("notes.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "sea.jpg, sea.jpg.json", "sea.jpg, sea.jpg.supplemental-metadata.json", "sea.jpg, sea.jpg.supplemental-me.json", "sea.JPG, SEA.jpg.json",
        "sea(1).jpg, sea.jpg(1).json", "sea(1).jpg, sea.jpg.supplemental-metadata(1).json", "sea-edited.jpg, sea.jpg.json",
        "sea-edited(1).jpg, sea.jpg.supplemental-metadata(1).json",
        "a-name-that-is-too-long-for-what-takeout-makes-of-it.jpg, a-name-that-is-too-long-for-what-takeout-makes.json"})
    void findsWhatTakeoutSaysOfAPicture(String picture, String json) {
        assertThat(plan(picture, json).pictures().getFirst().takeout()).map(ImportedFile::path).contains(json);
    }

    @ParameterizedTest
    @CsvSource({"sea.jpg, lake.jpg.json", "sea.jpg, sea.json", "sea(1).jpg, sea.jpg(2).json", "sea.jpg, x/sea.jpg.json"})
    void takesNothingThatIsAnothersFile(String picture, String json) {
        assertThat(plan(picture, json).pictures().getFirst().takeout()).isEmpty();
    }

    @Test
    void readsWhatADarkroomSays() throws Exception {
        PictureNotes notes = Notes.of(ImportPlan.of(List.of(new Text("sea.jpg", ""), new Text("sea.xmp", XMP))).pictures().getFirst());

        assertThat(notes).isEqualTo(new PictureNotes("Sea at noon", "", List.of(TagName.written("", "sea")), false, null));
    }

    @Test
    void readsWhatTakeoutSays() throws Exception {
        PictureNotes notes = takeout("{\"title\": \"sea.jpg\", \"description\": \"" + "x".repeat(2100) + "\", \"favorited\": true}");

        assertThat(notes.title()).as("its title is the file's name").isEmpty();
        assertThat(notes.description()).hasSize(2000);
        assertThat(notes.favorite()).isTrue();
    }

    @Test
    void mindsNoBrokenFiles() throws Exception {
        for (String broken : List.of("", "{", "[1]", "\"text\"", "null", "{\"description\": {\"a\": 1}, \"favorited\": \"?\"}")) {
            assertThat(takeout(broken)).as(broken).isEqualTo(PictureNotes.NONE);
        }
        assertThat(Notes.of(new ImportPlan.Picture(new Text("a.jpg", ""), "", Optional.empty(), Optional.of(new Text("a.xmp", "<x")))).tags()).isEmpty();
    }

    private static PictureNotes takeout(String json) throws Exception {
        return Notes.of(new ImportPlan.Picture(new Text("sea.jpg", ""), "", Optional.of(new Text("sea.jpg.json", json)), Optional.empty()));
    }

    private static ImportPlan plan(String... paths) {
        return ImportPlan.of(Stream.of(paths).<ImportedFile>map(path -> new Text(path, "")).toList());
    }
}
