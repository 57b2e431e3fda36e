package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.DifferenceHash;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * The difference hash: the picture's gray means in 9×8 areas, and for each neighbouring pair whether it gets brighter to the
 * right (N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013).
 *
 * <p>The bits are in an order of our own, which changes no distance: each quarter of the hash has two comparisons of every
 * row, far from one another. Neighbouring comparisons mostly agree, so quarters of whole rows would be all zeros or all
 * ones in many pictures, and hashes are looked up by their quarters.
 */
final class BrightnessSteps {

    private static final int COLUMNS = 9;
    private static final int ROWS = 8;
    private static final int QUARTER = 16;
    /** Of 255. What spans less is a plain surface with the noise of its encoding. */
    private static final int LEAST_CONTRAST = 4;

    private BrightnessSteps() {}

    /** Empty where there is too little contrast to compare anything. */
    static Optional<DifferenceHash> hash(BufferedImage picture) {
        int[] areas = areas(picture);
        int contrast = Arrays.stream(areas).max().orElseThrow() - Arrays.stream(areas).min().orElseThrow();
        if (contrast < LEAST_CONTRAST) {
            return Optional.empty();
        }
        long bits = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS - 1; column++) {
                int at = row * COLUMNS + column;
                if (areas[at] < areas[at + 1]) {
                    bits |= 1L << place(row, column);
                }
            }
        }
        return Optional.of(new DifferenceHash(bits));
    }

    private static int place(int row, int column) {
        return (column + 2 * row) % 4 * QUARTER + 2 * row + column / 4;
    }

    /** Gray means, rounded, so that encodings of one even surface compare as equal. */
    private static int[] areas(BufferedImage picture) {
        int[] areas = new int[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            int top = row * picture.getHeight() / ROWS;
            int height = Math.max(1, (row + 1) * picture.getHeight() / ROWS - top);
            for (int column = 0; column < COLUMNS; column++) {
                int left = column * picture.getWidth() / COLUMNS;
                int width = Math.max(1, (column + 1) * picture.getWidth() / COLUMNS - left);
                areas[row * COLUMNS + column] = gray(picture.getRGB(left, top, width, height, null, 0, width));
            }
        }
        return areas;
    }

    /** By the weights of ITU-R BT.601. */
    private static int gray(int[] pixels) {
        long sum = 0;
        for (int pixel : pixels) {
            sum += 299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF);
        }
        return (int) Math.round(sum / (1000.0 * pixels.length));
    }
}
