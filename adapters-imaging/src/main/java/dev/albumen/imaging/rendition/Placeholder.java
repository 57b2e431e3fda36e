package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Dimensions;
import io.trbl.blurhash.BlurHash;

/** What is shown before a picture is there, and what it is found by: computed from its thumbnail, whatever engine made it. */
public final class Placeholder {

    private static final int EDGE = 48;
    /** Few components are as good from few pixels, at a quarter of the price. */
    private static final int BLURRED_EDGE = 20;
    private static final int BITS = 4;

    private Placeholder() {}

    public static Appearance of(OpaquePixels thumbnail) {
        int[] colors = colors(thumbnail, thumbnail.size().within(EDGE));
        return new Appearance(blurHash(thumbnail), dominantColor(colors),
                MedianCut.palette(colors, Appearance.PALETTE_SIZE), BrightnessSteps.hash(thumbnail).orElse(null));
    }

    private static int[] colors(OpaquePixels thumbnail, Dimensions size) {
        return AreaMeans.of(thumbnail, size.width(), size.height()).colors();
    }

    private static String blurHash(OpaquePixels thumbnail) {
        Dimensions size = thumbnail.size().within(BLURRED_EDGE);
        return BlurHash.encode(colors(thumbnail, size), size.width(), size.height(), 4, 3);
    }

    /** The mean of those pixels that fall into the fullest of 4096 boxes. */
    private static String dominantColor(int[] pixels) {
        int[] counts = new int[1 << 3 * BITS];
        int fullest = 0;
        for (int pixel : pixels) {
            int box = box(pixel);
            if (++counts[box] > counts[fullest]) {
                fullest = box;
            }
        }
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int pixel : pixels) {
            if (box(pixel) == fullest) {
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        int count = counts[fullest];
        return "#%02x%02x%02x".formatted(red / count, green / count, blue / count);
    }

    private static int box(int pixel) {
        int drop = 8 - BITS;
        return (pixel >> 16 & 0xFF) >> drop << 2 * BITS | (pixel >> 8 & 0xFF) >> drop << BITS | (pixel & 0xFF) >> drop;
    }
}
