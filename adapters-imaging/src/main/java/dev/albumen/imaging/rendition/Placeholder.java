package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Dimensions;
import io.trbl.blurhash.BlurHash;
import java.awt.image.BufferedImage;

/** What is shown before a picture is there, and what it is found by: computed from its thumbnail, whatever engine made it. */
public final class Placeholder {

    private static final int EDGE = 64;
    /** Few components are as good from few pixels, at a quarter of the price. */
    private static final int BLURRED_EDGE = 32;
    private static final int BITS = 4;

    private Placeholder() {}

    public static Appearance of(BufferedImage thumbnail) {
        BufferedImage flat = Scaling.flattened(thumbnail);
        Dimensions size = new Dimensions(flat.getWidth(), flat.getHeight()).within(EDGE);
        BufferedImage small = Scaling.to(size, flat);
        int[] pixels = small.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
        return new Appearance(blurHash(small), dominantColor(pixels),
                MedianCut.palette(pixels, Appearance.PALETTE_SIZE), BrightnessSteps.hash(flat).orElse(null));
    }

    private static String blurHash(BufferedImage small) {
        Dimensions size = new Dimensions(small.getWidth(), small.getHeight()).within(BLURRED_EDGE);
        int[] pixels = Scaling.to(size, small).getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
        return BlurHash.encode(pixels, size.width(), size.height(), 4, 3);
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
