package dev.albumen.domain.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a bell \u0007"})
    void wantsALineThatIsSeen(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Watermark(text, Watermark.Place.TOP, 1, 0.1));
    }

    @Test
    void endsWithItsSixtyFourthCharacter() {
        assertThat(new Watermark("x".repeat(64), Watermark.Place.TOP, 1, 0.1).text()).hasSize(64);
        assertThat(Watermark.isText("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.049, 1.001, -1, Double.NaN})
    void isSeenAndNoMoreThanOpaque(double opacity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Watermark("x", Watermark.Place.TOP, opacity, 0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, 0.51, Double.NaN})
    void isNeitherASpotNorThePicture(double size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Watermark("x", Watermark.Place.TOP, 1, size));
    }
}
