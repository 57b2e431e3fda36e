package dev.albumen.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionsTest {

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, 320, 320, 240",
        "3000, 4000, 320, 240, 320",
        "320, 240, 320, 320, 240",
        "100, 50, 320, 100, 50",
        "10000, 1, 320, 320, 1",
        "1, 10000, 320, 1, 320",
        "2147483647, 2147483647, 1440, 1440, 1440",
    })
    void shrinksAndNeverEnlarges(int width, int height, int edge, int expectedWidth, int expectedHeight) {
        assertThat(new Dimensions(width, height).within(edge)).isEqualTo(new Dimensions(expectedWidth, expectedHeight));
    }

    @Test
    void countsPixelsBeyondAnInt() {
        assertThat(new Dimensions(100_000, 100_000).pixels()).isEqualTo(10_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 5"})
    void hasPixels(int width, int height) {
        assertThatThrownBy(() -> new Dimensions(width, height)).isInstanceOf(IllegalArgumentException.class);
    }
}
