package dev.albumen.imaging.label;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the pixels of a small picture are like all together.
 *
 * @param shares of each colour that occurs, 0 to 1
 * @param brightness the mean luma (ITU-R BT.709 weights on sRGB values), 0 to 1
 * @param spread the luma's standard deviation
 * @param colorful the share of pixels that a person would call coloured
 * @param flat the share of pixels that differ from the one before by next to nothing
 */
record PixelStatistics(Map<ColorName, Double> shares, double brightness, double spread, double colorful, double flat) {

    /** Of 255; JPEG moves grey by a few. */
    private static final int COLORED = 18;
    private static final int FLAT = 2;

    static PixelStatistics of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] counts = new int[ColorName.values().length];
        int[] row = new int[width];
        double sum = 0;
        double squares = 0;
        long colored = 0;
        long flat = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int red = row[x] >> 16 & 255;
                int green = row[x] >> 8 & 255;
                int blue = row[x] & 255;
                double luma = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
                sum += luma;
                squares += luma * luma;
                counts[ColorName.of(red, green, blue).ordinal()]++;
                colored += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > COLORED ? 1 : 0;
                flat += x > 0 && isNear(row[x - 1], row[x]) ? 1 : 0;
            }
        }
        double pixels = (double) width * height;
        double mean = sum / pixels;
        return new PixelStatistics(shares(counts, pixels), mean, Math.sqrt(Math.max(0, squares / pixels - mean * mean)),
                colored / pixels, flat / Math.max(1, pixels - height));
    }

    private static boolean isNear(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255)) <= FLAT
                && Math.abs((one >> 8 & 255) - (other >> 8 & 255)) <= FLAT
                && Math.abs((one & 255) - (other & 255)) <= FLAT;
    }

    private static Map<ColorName, Double> shares(int[] counts, double pixels) {
        Map<ColorName, Double> shares = new EnumMap<>(ColorName.class);
        for (ColorName color : ColorName.values()) {
            if (counts[color.ordinal()] > 0) {
                shares.put(color, counts[color.ordinal()] / pixels);
            }
        }
        return shares;
    }
}
