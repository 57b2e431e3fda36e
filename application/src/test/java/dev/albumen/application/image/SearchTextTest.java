package dev.albumen.application.image;

import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.SearchWord.Match;
import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Orientation;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @Test
    void takesWordsPhrasesAndWhatIsNotWanted() {
        assertThat(read("  golden-gate \"Blue hour\" -fog -\"big top\" ").words()).containsExactly(
                new SearchWord("golden-gate", Match.BEGINNING, false), new SearchWord("Blue hour", Match.PHRASE, false),
                new SearchWord("fog", Match.BEGINNING, true), new SearchWord("big top", Match.PHRASE, true));
    }

    @Test
    void takesAQuotationThatDoesNotEndToTheEnd() {
        assertThat(read("sea \"over the").words()).containsExactly(
                SearchWord.beginning("sea"), new SearchWord("over the", Match.PHRASE, false));
    }

    @Test
    void takesFieldsAmongWords() {
        SearchText text = read("sea camera:nikon -color:RED lens:\"Nikkor 50\" harbour");

        assertThat(text.words()).containsExactly(SearchWord.beginning("sea"), SearchWord.beginning("harbour"));
        assertThat(text.criteria()).containsExactly(new Criterion.Camera("nikon", false),
                new Criterion.Not(new Criterion.Colored(ColorName.RED)), new Criterion.Lens("Nikkor 50", true));
    }

    @Test
    void takesAFieldInQuotesForWords() {
        assertThat(read("\"camera:nikon\"").words()).containsExactly(new SearchWord("camera:nikon", Match.PHRASE, false));
        assertThat(read("12:30 #1:2").words()).hasSize(2);
    }

    @Test
    void readsEachField() {
        UUID id = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
        assertThat(one("album:" + id)).isEqualTo(new Criterion.InAlbum(new AlbumId(id)));
        assertThat(one("album:\"Summer trip\"")).isEqualTo(new Criterion.InAlbumTitled("Summer trip"));
        assertThat(one("color:#ff0000")).isEqualTo(new Criterion.Colored(ColorName.RED));
        assertThat(one("color:grey")).isEqualTo(new Criterion.Colored(ColorName.GRAY));
        assertThat(one("favorite:yes")).isEqualTo(new Criterion.Favorite());
        assertThat(one("favorite:no")).isEqualTo(new Criterion.Not(new Criterion.Favorite()));
        assertThat(one("label:Sea")).isEqualTo(new Criterion.Labelled("sea"));
        assertThat(one("is:shared")).isEqualTo(new Criterion.Shared());
        assertThat(one("is:video")).isEqualTo(one("type:video"));
        assertThat(one("place:oslo")).isEqualTo(new Criterion.Located("oslo", false));
        assertThat(one("place:\"Oslo, Norway\"")).isEqualTo(new Criterion.Located("Oslo, Norway", true));
        assertThat(one("near:59.91,10.75,5")).isEqualTo(new Criterion.Near(59.91, 10.75, 5));
        assertThat(one("orientation:panorama")).isEqualTo(new Criterion.Shaped(Orientation.PANORAMA));
        assertThat(one("status:failed")).isEqualTo(new Criterion.InState("failed"));
        assertThat(one("tag:Sea")).isEqualTo(new Criterion.Tagged("sea"));
        assertThat(one("title:sea")).isEqualTo(new Criterion.Titled("sea"));
        assertThat(one("type:jpeg")).isEqualTo(new Criterion.OfType(Set.of(MediaType.JPEG)));
        assertThat(one("TYPE:image/png")).isEqualTo(new Criterion.OfType(Set.of(MediaType.PNG)));
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", ">=3, 3, 5", ">3, 4, 5", "<=3, 1, 3", "<3, 1, 2", "2..4, 2, 4", "2.., 2, 5", "..4, 1, 4"})
    void readsRatings(String value, int least, int most) {
        assertThat(one("rating:" + value)).isEqualTo(new Criterion.Rated(least, most));
        assertThat(one("rating:none")).isEqualTo(new Criterion.Not(new Criterion.Rated(1, 5)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2024, 2024-01-01, 2025-01-01", "2024-05, 2024-05-01, 2024-06-01", "2024-02-29, 2024-02-29, 2024-03-01",
        "2024-05..2024-07, 2024-05-01, 2024-08-01", ">=2024, 2024-01-01, -", ">2024-05, 2024-06-01, -", "<2024, -, 2024-01-01",
        "<=2024-12, -, 2025-01-01", "2023.., 2023-01-01, -", "..2023, -, 2024-01-01"})
    void readsTimes(String value, @Nullable String from, @Nullable String before) {
        assertThat(one("taken:" + value)).isEqualTo(new Criterion.Taken(day(from), day(before)));
    }

    private static @Nullable Instant day(@Nullable String day) {
        return day == null ? null : Instant.parse(day + "T00:00:00Z");
    }

    @Test
    void readsSizes() {
        assertThat(one("size:>12mp")).isEqualTo(new Criterion.Pixels(13_000_000L, null));
        assertThat(one("size:>=12mp")).isEqualTo(new Criterion.Pixels(12_000_000L, null));
        assertThat(one("size:12")).isEqualTo(new Criterion.Pixels(12_000_000L, 13_000_000L));
        assertThat(one("size:8mp..24mp")).isEqualTo(new Criterion.Pixels(8_000_000L, 25_000_000L));
        assertThat(one("bytes:>10mb")).isEqualTo(new Criterion.Bytes(10_000_001L, null));
        assertThat(one("bytes:<=500kb")).isEqualTo(new Criterion.Bytes(null, 500_001L));
        assertThat(one("bytes:1.5gb..")).isEqualTo(new Criterion.Bytes(1_500_000_000L, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "shutter:1", "http://example.org", "camera:", "camera:\"\"", "color:mauve", "color:#12", "rating:6", "rating:0", "rating:3..x", "rating:..",
        "taken:2024-13", "taken:2023-02-29", "taken:yesterday", "taken:>", "size:12mb", "bytes:12mp", "bytes:1e9", "bytes:-1", "bytes:99999999999gb",
        "orientation:diagonal", "status:odd", "type:text/plain", "favorite:perhaps", "is:nice", "near:91,0,1", "near:0,181,1", "near:0,0,0", "near:0,0",
        "near:NaN,0,1"})
    void refusesWhatItDoesNotKnowAndSaysWhatItDoes(String typed) {
        Refusal.Invalid refusal = (Refusal.Invalid) refusalOf(() -> read(typed));

        assertThat(refusal.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("q");
            assertThat(violation.detail()).contains(typed.substring(0, typed.indexOf(':')));
        });
    }

    @Test
    void refusesMoreThanAnybodyTypes() {
        assertThat(refusalOf(() -> read("x".repeat(501)))).isInstanceOf(Refusal.Invalid.class);
        assertThat(refusalOf(() -> read("x ".repeat(33)))).isInstanceOf(Refusal.Invalid.class);
        assertThat(read("x ".repeat(32)).words()).hasSize(32);
    }

    /** Whatever is typed is taken or refused, and what is taken is within the limits. */
    @Test
    void takesOrRefusesAnything() {
        Random random = new Random(28);
        String letters = "ab:\"- .,<>=0123456789#taken:rating:size:mp\u00e9\uD83D\uDE00\uD800\t";
        for (int i = 0; i < 20_000; i++) {
            String typed = random.ints(random.nextInt(40), 0, letters.length())
                    .mapToObj(at -> String.valueOf(letters.charAt(at))).collect(Collectors.joining());
            try {
                assertThat(read(typed).words()).allSatisfy(word -> assertThat(word.text()).isNotBlank());
            } catch (RefusedException refused) {
                assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class);
            }
        }
    }

    private static Criterion one(String typed) {
        List<Criterion> criteria = read(typed).criteria();
        assertThat(criteria).hasSize(1);
        return criteria.getFirst();
    }

    private static SearchText read(String typed) {
        return SearchText.read("q", typed, tag -> tag.toLowerCase(Locale.ROOT));
    }
}
