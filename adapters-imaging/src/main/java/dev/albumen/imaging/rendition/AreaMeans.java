package dev.albumen.imaging.rendition;

/**
 * A picture cut into equal areas, each shown by the mean of its pixels: the picture made small where no eye will look.
 * An area has at least one pixel, so in a picture with fewer pixels than areas they overlap.
 */
final class AreaMeans {

    private static final int CHANNELS = 3;

    private final long[] sums;
    private final int[] counts;

    private AreaMeans(int areas) {
        sums = new long[areas * CHANNELS];
        counts = new int[areas];
    }

    /** Row by row, {@code columns} areas each. */
    static AreaMeans of(OpaquePixels picture, int columns, int rows) {
        AreaMeans means = new AreaMeans(columns * rows);
        int height = picture.size().height();
        for (int row = 0; row < rows; row++) {
            int top = row * height / rows;
            int bottom = Math.max(top + 1, (row + 1) * height / rows);
            for (int y = top; y < bottom; y++) {
                means.add(picture, y, row * columns, columns);
            }
        }
        return means;
    }

    private void add(OpaquePixels picture, int y, int first, int columns) {
        byte[] bytes = picture.bytes();
        int width = picture.size().width();
        int line = y * width;
        for (int column = 0; column < columns; column++) {
            int left = column * width / columns;
            int right = Math.max(left + 1, (column + 1) * width / columns);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int at = (line + left) * CHANNELS; at < (line + right) * CHANNELS; at += CHANNELS) {
                red += bytes[at] & 0xFF;
                green += bytes[at + 1] & 0xFF;
                blue += bytes[at + 2] & 0xFF;
            }
            int area = first + column;
            sums[area * CHANNELS] += red;
            sums[area * CHANNELS + 1] += green;
            sums[area * CHANNELS + 2] += blue;
            counts[area] += right - left;
        }
    }

    /** Each area as {@code 0xRRGGBB}. */
    int[] colors() {
        int[] colors = new int[counts.length];
        for (int area = 0; area < colors.length; area++) {
            colors[area] = mean(area, 0) << 16 | mean(area, 1) << 8 | mean(area, 2);
        }
        return colors;
    }

    private int mean(int area, int channel) {
        return (int) ((sums[area * CHANNELS + channel] + counts[area] / 2) / counts[area]);
    }

    /** Each area's gray by the weights of ITU-R BT.601, 0 to 255, rounded once. */
    int[] grays() {
        int[] grays = new int[counts.length];
        for (int area = 0; area < grays.length; area++) {
            long weighed = 299 * sums[area * CHANNELS] + 587 * sums[area * CHANNELS + 1] + 114 * sums[area * CHANNELS + 2];
            grays[area] = (int) Math.round(weighed / (1000.0 * counts[area]));
        }
        return grays;
    }
}
