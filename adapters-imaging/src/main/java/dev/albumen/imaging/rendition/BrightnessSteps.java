package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.DifferenceHash;
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
    static Optional<DifferenceHash> hash(OpaquePixels picture) {
        // rounded, so that encodings of one even surface compare as equal
        int[] areas = AreaMeans.of(picture, COLUMNS, ROWS).grays();
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
}
