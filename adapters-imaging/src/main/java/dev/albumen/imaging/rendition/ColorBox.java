package dev.albumen.imaging.rendition;

import java.util.Arrays;
import java.util.List;

/**
 * Pixels whose colours lie in one box of the colour space.
 *
 * @param shift where the channel lies in which they differ most
 * @param least that channel's least value
 * @param range how much its values differ, of 255
 */
record ColorBox(int[] pixels, int shift, int least, int range) {

    /** Colours that differ less in every channel count as one. */
    private static final int LEAST_RANGE = 24;

    static ColorBox of(int[] pixels) {
        ColorBox box = along(16, pixels);
        for (int shift = 8; shift >= 0; shift -= 8) {
            ColorBox other = along(shift, pixels);
            box = other.range > box.range ? other : box;
        }
        return box;
    }

    private static ColorBox along(int shift, int[] pixels) {
        int least = 0xFF;
        int most = 0;
        for (int pixel : pixels) {
            least = Math.min(least, pixel >> shift & 0xFF);
            most = Math.max(most, pixel >> shift & 0xFF);
        }
        return new ColorBox(pixels, shift, least, most - least);
    }

    /** How much it asks to be cut: 0 where its colours are as good as one. */
    long weight() {
        return range < LEAST_RANGE ? 0 : (long) range * pixels.length;
    }

    /** In the middle of the longest side's values rather than of the pixels, where the middle pixel's value is the least. */
    List<ColorBox> halves() {
        int cut = Math.max(median(), least + 1);
        int[] low = new int[pixels.length];
        int[] high = new int[pixels.length];
        int lows = 0;
        int highs = 0;
        for (int pixel : pixels) {
            if ((pixel >> shift & 0xFF) < cut) {
                low[lows++] = pixel;
            } else {
                high[highs++] = pixel;
            }
        }
        return List.of(of(Arrays.copyOf(low, lows)), of(Arrays.copyOf(high, highs)));
    }

    private int median() {
        int[] counts = new int[256];
        for (int pixel : pixels) {
            counts[pixel >> shift & 0xFF]++;
        }
        int value = -1;
        for (int below = 0; below <= pixels.length / 2; ) {
            below += counts[++value];
        }
        return value;
    }
}
