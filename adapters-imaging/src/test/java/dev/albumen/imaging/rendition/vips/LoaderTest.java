package dev.albumen.imaging.rendition.vips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderTest {

    @ParameterizedTest
    @CsvSource({"1440, 1", "1799, 1", "4000, 2", "6000, 2", "8208, 4", "14400, 8", "65500, 8"})
    void leavesTheScalingThatASharpPictureNeeds(int longestEdge, int shrink) {
        assertThat(Loader.JPEG.shrink(longestEdge, 1440)).isEqualTo(shrink);
    }
}
