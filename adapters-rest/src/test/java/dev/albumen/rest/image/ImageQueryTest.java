package dev.albumen.rest.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchWord;
import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageQueryTest {

    @Test
    void narrowsByNothingWhereNothingIsSaid() {
        assertThat(query(null, null, null, null, null).search()).isEqualTo(ImageSearch.OWN);
    }

    @Test
    void readsDaysAsWholeAndTimesAsTheyAre() {
        assertThat(query(null, null, "2026-03-01", "2026-03-01", null).search().criteria()).containsExactly(
                new Criterion.Taken(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(query(null, null, "2026-03-01T12:00:00+02:00", null, null).search().criteria()).containsExactly(
                new Criterion.Taken(Instant.parse("2026-03-01T10:00:00Z"), null));
    }

    @Test
    void readsTypesOneByOneOrAllOfAKind() {
        assertThat(query(null, "image/jpeg, image/png", null, null, null).search().criteria())
                .containsExactly(new Criterion.OfType(Set.of(MediaType.JPEG, MediaType.PNG)));
        assertThat(query(null, "video", null, null, null).search().criteria())
                .containsExactly(new Criterion.OfType(Set.of(MediaType.MP4, MediaType.MOV, MediaType.WEBM)));
    }

    @Test
    void takesParametersAndWhatWasTypedTogether() {
        ImageQuery query = new ImageQuery("sea -rating:5", "Low Tide", "Nature", null, null, "false", null, null, null, null, null, "nikon", "blue",
                "59.9,10.7,5", null);

        assertThat(query.search().words()).containsExactly(SearchWord.beginning("sea"));
        assertThat(query.search().criteria()).containsExactly(new Criterion.Tagged("low tide"), new Criterion.Categorised("Nature"),
                new Criterion.Not(new Criterion.Favorite()), new Criterion.Camera("nikon", false), new Criterion.Colored(ColorName.BLUE),
                new Criterion.Near(59.9, 10.7, 5), new Criterion.Not(new Criterion.Rated(5, 5)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "maybe, -, -, -, -", "-, text/plain, -, -, -", "-, -, yesterday, -, -", "-, -, -, 2026-13-01, -", "-, -, -, -, colour"})
    void refusesWhatItDoesNotKnow(String favorite, String type, String from, String to, String sort) {
        assertThatThrownBy(() -> query(favorite, type, from, to, sort).search()).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6})
    void refusesRatingsThatAreNone(int stars) {
        assertThat(rated(4).search().criteria()).containsExactly(new Criterion.Rated(4, 5));
        assertThatThrownBy(() -> rated(stars).search()).isInstanceOf(RefusedException.class);
    }

    private static ImageQuery rated(int least) {
        return new ImageQuery(null, null, null, null, null, null, null, least, null, null, null, null, null, null, null);
    }

    private static ImageQuery query(String favorite, String type, String from, String to, String sort) {
        return new ImageQuery(null, null, null, null, null, favorite, type, null, null, from, to, null, null, null, sort);
    }
}
