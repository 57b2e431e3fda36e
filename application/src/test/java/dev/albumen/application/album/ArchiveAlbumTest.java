package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.application.rendition.FakeRenderer;
import dev.albumen.application.rendition.ServingBuilder;
import dev.albumen.application.shared.BusyException;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Unzipped;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArchiveAlbumTest extends UseCaseTest {

    private final InMemoryBlobSums sums = new InMemoryBlobSums();
    private final InMemorySpareTime spareTime = new InMemorySpareTime();
    private final FakeRenderer renderer = new FakeRenderer();
    private ArchiveAlbum archive;
    private Album album;

    @BeforeEach
    void makeAlbum() {
        archive = archiving(sums);
        album = given(anAlbum().titled("Sea: 2026/27 <\u263c>").seenBy(Visibility.PUBLIC));
    }

    private ArchiveAlbum archiving(BlobSums by) {
        return new ArchiveAlbum(catalogue.albumViews(),
                new Archives(blobs, by, ServingBuilder.servings(blobs, staging, secrets, clock).deriving(renderer, spareTime).build(),
                        spareTime, secrets, clock));
    }

    /** The sums, with something that happens before each look at them. */
    private BlobSums before(Runnable look) {
        return new BlobSums() {
            @Override
            public Map<BlobKey, BlobSum> of(Collection<Sha256> contents) {
                look.run();
                return sums.of(contents);
            }

            @Override
            public void keep(BlobKey key, BlobSum sum) {
                sums.keep(key, sum);
            }

            @Override
            public void forget(BlobKey key) {
                sums.forget(key);
            }
        };
    }

    @Test
    void namesEntriesAsTheirFilesAndEachOnce() {
        add(anImage().named("sea.jpg"), "one");
        add(anImage().named("SEA.jpg"), "two");
        add(anImage().named("sea (2).jpg"), "three");
        add(anImage().named("no ending"), "four");
        add(anImage().named("no ending"), "five");

        assertThat(Unzipped.of(archive(ADA, ArchiveSize.ORIGINAL))).containsExactly(
                Map.entry("sea.jpg", "one"), Map.entry("SEA (2).jpg", "two"), Map.entry("sea (2) (2).jpg", "three"),
                Map.entry("no ending", "four"), Map.entry("no ending (2)", "five"));
    }

    @Test
    void isCalledLikeTheAlbumInLettersAFileMayHave() {
        assertThat(archive(ADA, ArchiveSize.PREVIEW).filename()).isEqualTo("Sea 202627.zip");
        Album odd = given(anAlbum().titled("***"));
        assertThat(archive.handle(ADA, new ArchiveAlbum.Query(odd.id(), ArchiveSize.PREVIEW, Asker.PATIENT)).filename()).isEqualTo("album.zip");
    }

    @Test
    void tellsStrangersNoNamesAndGivesThemNoOriginals() {
        add(anImage().named("home.jpg"), "one");
        add(anImage().named("home 2.jpg"), "two");

        assertThat(Unzipped.of(archive(EVE, ArchiveSize.PREVIEW))).containsExactly(
                Map.entry("0001.jpg", "preview of one"), Map.entry("0002.jpg", "preview of two"));
        assertRefused("original-not-shared", () -> archive(EVE, ArchiveSize.ORIGINAL));
    }

    @Test
    void givesMembersOriginalsWithoutTheirMetadata() {
        makeMember(album, BOB, AlbumRole.VIEWER);
        add(anImage().named("home.jpg"), "one");
        add(anImage().named("film.mp4").of(MediaType.MP4), "two");

        assertThat(Unzipped.of(archive(BOB, ArchiveSize.ORIGINAL))).containsExactly(
                Map.entry("home.jpg", "stripped one"), Map.entry("film.jpg", "large of two"));
    }

    @Test
    void leavesOutWhatOthersCannotSee() {
        add(anImage().named("shown.jpg"), "one");
        place(album, given(anImage().pending()), given(anImage().trashedAt(NOON)));

        assertThat(Unzipped.of(archive(ADA, ArchiveSize.ORIGINAL))).containsOnlyKeys("shown.jpg");
    }

    @Test
    void goesOnWhereTheLastImageReadLeavesTheAlbumMeanwhile() {
        List<Image> all = IntStream.rangeClosed(1, 203).mapToObj(i -> add(anImage().named(i + ".jpg"), "bytes " + i)).toList();
        Image last = all.get(PageRequest.MAX_LIMIT - 1);
        archive = archiving(before(() -> {
            if (catalogue.albumImages().inOrder(album.id()).contains(last.id())) {
                transactions.writing(() -> catalogue.albumImages().remove(album.id(), List.of(last.id())));
            }
        }));

        assertThat(Unzipped.of(archive(ADA, ArchiveSize.ORIGINAL)).keySet())
                .containsExactlyElementsOf(all.stream().map(Image::filename).toList());
    }

    @Test
    void isTheSameBytesUnderTheSameTagUntilTheAlbumChanges() {
        add(anImage(), "one");
        String tag = archive(ADA, ArchiveSize.LARGE).entityTag();

        assertThat(archive(ADA, ArchiveSize.LARGE).entityTag()).isEqualTo(tag);
        assertThat(archive(ADA, ArchiveSize.ORIGINAL).entityTag()).isNotEqualTo(tag);
        assertThat(Unzipped.bytes(archive(ADA, ArchiveSize.LARGE))).isEqualTo(Unzipped.bytes(archive(ADA, ArchiveSize.LARGE)));
        add(anImage(), "two");
        assertThat(archive(ADA, ArchiveSize.LARGE).entityTag()).isNotEqualTo(tag);
    }

    @Test
    void makesLargePicturesOnItsWay() {
        add(photo("sea.jpg"), "one");

        assertThat(Unzipped.of(archive(ADA, ArchiveSize.LARGE))).containsExactly(Map.entry("sea.jpg", "large of one"));
        Image image = given(photo("new.jpg").containing(Sha256.of("new")));
        keepBlob(BlobKey.original(image.sha256()), "new");
        place(album, image);

        assertThat(Unzipped.of(archive(ADA, ArchiveSize.LARGE))).contains(Map.entry("new.jpg", "large-v1.jpg"));
    }

    @Test
    void sendsAwayWhoeverWouldWaitLongAndHasTheWorkDone() {
        int count = 30;
        for (int i = 0; i < count; i++) {
            Image image = given(photo(i + ".jpg").containing(Sha256.of("new " + i)));
            keepBlob(BlobKey.original(image.sha256()), "new " + i);
            place(album, image);
        }
        archive = archiving(before(() -> clock.pass(Duration.ofSeconds(10))));

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> archive(ADA, ArchiveSize.LARGE))
                .satisfies(busy -> assertThat(busy.retryAfter()).isPositive());
        int waiting = spareTime.waiting();
        assertThat(waiting).as("left for later").isPositive().isEqualTo(count - renderer.derived()).isLessThan(count);
        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> archive(ADA, ArchiveSize.LARGE));
        assertThat(spareTime.waiting()).as("not left for later twice").isEqualTo(waiting);
        spareTime.runAll();

        assertThat(renderer.derived()).isEqualTo(count);
        assertThat(Unzipped.of(archive(ADA, ArchiveSize.LARGE))).hasSize(count);
    }

    @Test
    void readsWhatWasNeverSummedOnceAndThenNoMore() {
        Image image = add(anImage().named("sea.jpg"), "one");

        archive(ADA, ArchiveSize.ORIGINAL);
        assertThat(sums.of(List.of(image.sha256()))).containsOnlyKeys(BlobKey.original(image.sha256()));
        blobs.delete(BlobKey.original(image.sha256()));

        assertThat(archive(ADA, ArchiveSize.ORIGINAL).byteSize()).as("known without looking").isPositive();
    }

    @Test
    void goesOnWithThePreviewOfWhatCannotBeMadeLarge() {
        Image broken = given(photo("broken.jpg").containing(Sha256.of("broken")));
        keepBlob(BlobKey.original(broken.sha256()), "broken");
        keepBlob(BlobKey.rendition(broken.sha256(), "preview-v1.jpg"), "preview");
        place(album, broken);
        add(anImage().named("sea.jpg"), "one");

        assertThat(Unzipped.of(archive(ADA, ArchiveSize.LARGE))).containsExactly(
                Map.entry("broken.jpg", "preview"), Map.entry("sea.jpg", "large of one"));
    }

    private static ImageBuilder photo(String name) {
        return anImage().named(name).measuring(4000, 3000).rendered("thumbnail-v1.jpg", "thumbnail-v1.webp", "preview-v1.jpg");
    }

    @Test
    void hidesAnAlbumTheViewerCannotSee() {
        Album closed = given(anAlbum());

        assertHidden(() -> archive.handle(EVE, new ArchiveAlbum.Query(closed.id(), ArchiveSize.PREVIEW, Asker.PATIENT)));
    }

    private Archive archive(Viewer viewer, ArchiveSize size) {
        return archive.handle(viewer, new ArchiveAlbum.Query(album.id(), size, Asker.PATIENT));
    }

    private Image add(ImageBuilder builder, String bytes) {
        Image image = given(builder.containing(Sha256.of(bytes)));
        keepBlob(BlobKey.original(image.sha256()), bytes);
        keepBlob(BlobKey.rendition(image.sha256(), "preview-v1.jpg"), "preview of " + bytes);
        keepBlob(BlobKey.rendition(image.sha256(), "large-v1.jpg"), "large of " + bytes);
        place(album, image);
        return image;
    }
}
