package dev.albumen.imaging.rendition.vips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderTest {

    @ParameterizedTest
    @CsvSource({"1000, 1", "1440, 1", "2879, 1", "2880, 2", "4000, 2", "5759, 2", "5760, 4", "6000, 4", "8208, 4", "11520, 8", "65500, 8"})
    void leavesAtLeastWhatIsWanted(int longestEdge, int shrink) {
        assertThat(Loader.JPEG.shrink(longestEdge, 1440)).isEqualTo(shrink);
    }
}
