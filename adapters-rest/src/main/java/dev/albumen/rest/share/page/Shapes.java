package dev.albumen.rest.share.page;

import dev.albumen.domain.image.Dimensions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CSS classes that stand for a picture's proportions and for its colour until it has come. The pages' policy forbids styles
 * in the pages themselves, and classes for every proportion and colour would be too many: proportions are told to two in a
 * hundred, colours to 16 steps each of red, green and blue.
 */
final class Shapes {

    private static final double STEP = Math.log(1.02);
    /** As far as ten to one, in both directions. */
    private static final int MOST = 116;
    private static final int LEVELS = 16;
    private static final String NO_COLOR = "#808080";

    private Shapes() {}

    /** @param color such as {@code #4a6f8c} */
    static String classes(Dimensions dimensions, @Nullable String color) {
        String hex = color == null ? NO_COLOR : color;
        return proportion(dimensions) + " r" + level(hex, 1) + " g" + level(hex, 3) + " b" + level(hex, 5);
    }

    static String proportion(Dimensions dimensions) {
        long steps = Math.round(Math.log(ratio(dimensions)) / STEP);
        return "p" + (Math.clamp(steps, -MOST, MOST) + MOST);
    }

    /** Width in parts of the height. */
    static double ratio(Dimensions dimensions) {
        return (double) dimensions.width() / dimensions.height();
    }

    /** What the classes mean: {@code --p} is the width in parts of the height, {@code --r}, {@code --g}, {@code --b} the colour. */
    static String css() {
        StringBuilder css = new StringBuilder();
        for (int i = -MOST; i <= MOST; i++) {
            css.append(String.format(Locale.ROOT, ".p%d{--p:%.3f}", i + MOST, Math.exp(i * STEP)));
        }
        for (int i = 0; i < LEVELS; i++) {
            for (char part : new char[] {'r', 'g', 'b'}) {
                css.append('.').append(part).append(Integer.toHexString(i)).append("{--").append(part).append(':').append(i * 17).append('}');
            }
        }
        return css.toString();
    }

    private static String level(String hex, int at) {
        return Integer.toHexString(Math.round(Integer.parseInt(hex.substring(at, at + 2), 16) / 17f));
    }
}
