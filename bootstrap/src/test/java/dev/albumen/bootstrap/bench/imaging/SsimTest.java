package dev.albumen.bootstrap.bench.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SsimTest {

    private static final int EDGE = 64;

    @Test
    void isOneForThePictureItself() {
        assertThat(Ssim.of(noise(0), noise(0))).isCloseTo(1, within(1e-9));
    }

    /** Without structure only the term for brightness is left: (2·100·110 + C1) / (100² + 110² + C1). */
    @Test
    void knowsOnlyBrightnessWhereThereIsNoStructure() {
        assertThat(Ssim.of(flat(100), flat(110))).isCloseTo((22_000 + 6.5025) / (22_100 + 6.5025), within(1e-5));
    }

    @Test
    void fallsTheMorePicturesDiffer() {
        double little = Ssim.of(noise(0), noise(5));
        double much = Ssim.of(noise(0), noise(50));

        assertThat(little).isBetween(much, 1.0);
        assertThat(much).isLessThan(0.9);
    }

    @Test
    void leavesOutARowThatOnlyOneHas() {
        assertThat(Ssim.of(noise(0), noise(0).cut(EDGE, EDGE - 1))).isCloseTo(1, within(1e-9));
    }

    @Test
    void comparesNoPicturesOfDifferentSizes() {
        assertThatThrownBy(() -> Ssim.of(flat(1), new Luma(2, 2, new float[4]))).isInstanceOf(BenchFailed.class);
    }

    private static Luma flat(float value) {
        float[] values = new float[EDGE * EDGE];
        Arrays.fill(values, value);
        return new Luma(EDGE, EDGE, values);
    }

    /** The same picture always, and more of another one in it. */
    private static Luma noise(double more) {
        Random picture = new Random(1);
        Random other = new Random(2);
        float[] values = new float[EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (128 + 30 * picture.nextGaussian() + more * other.nextGaussian());
        }
        return new Luma(EDGE, EDGE, values);
    }
}
