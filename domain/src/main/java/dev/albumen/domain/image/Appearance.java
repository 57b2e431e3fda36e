package dev.albumen.domain.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a picture looks like, in few bytes.
 *
 * @param blurHash a placeholder of 4×3 components (the BlurHash algorithm, blurha.sh)
 * @param dominantColor such as {@code #4a6f8c}
 * @param palette at most {@value #PALETTE_SIZE} colours, the most frequent first; empty where the picture was rendered
 *     before palettes were made
 * @param differenceHash what it is compared by; {@code null} where it shows nothing to compare, as a plain surface does, or
 *     was rendered before such hashes were made
 */
public record Appearance(
        String blurHash, String dominantColor, List<Swatch> palette, @Nullable DifferenceHash differenceHash) {

    public static final int PALETTE_SIZE = 5;

    public Appearance {
        palette = List.copyOf(palette);
        if (palette.size() > PALETTE_SIZE) {
            throw new IllegalArgumentException(palette.size() + " colours");
        }
    }

    /**
     * A colour of a palette.
     *
     * @param color such as {@code #4a6f8c}
     * @param perMille how many thousandths of the picture are nearest to it, 0 to 1000
     */
    public record Swatch(String color, int perMille) {

        public Swatch {
            if (perMille < 0 || perMille > 1000) {
                throw new IllegalArgumentException("share " + perMille);
            }
        }

        /** The share of the picture, 0 to 1. */
        public double share() {
            return perMille / 1000.0;
        }
    }
}
