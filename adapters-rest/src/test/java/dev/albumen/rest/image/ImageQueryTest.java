package dev.albumen.rest.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.RefusedException;
import java.time.Instant;
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
        ImageSearch search = query(null, null, "2026-03-01", "2026-03-01", null).search();
        assertThat(search.takenFrom()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(search.takenTo()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(query(null, null, "2026-03-01T12:00:00+02:00", null, null).search().takenFrom()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void readsTypesOneByOneOrAllOfAKind() {
        assertThat(query(null, "image/jpeg, image/png", null, null, null).search().types()).containsExactlyInAnyOrder(MediaType.JPEG, MediaType.PNG);
        assertThat(query(null, "video", null, null, null).search().types()).containsExactlyInAnyOrder(MediaType.MP4, MediaType.MOV, MediaType.WEBM);
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
        assertThat(rated(4).search().minRating()).isEqualTo(4);
        assertThatThrownBy(() -> rated(stars).search()).isInstanceOf(RefusedException.class);
    }

    private static ImageQuery rated(int least) {
        return new ImageQuery(null, null, null, null, null, null, least, null, null, null, null);
    }

    private static ImageQuery query(String favorite, String type, String from, String to, String sort) {
        return new ImageQuery(null, null, null, null, favorite, type, null, null, from, to, sort);
    }
}
