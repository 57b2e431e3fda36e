package dev.albumen.domain.selection;

import dev.albumen.domain.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How a client marks a chosen picture; without either it is no mark.
 *
 * @param stars 1 to 5
 */
public record Mark(@Nullable Integer stars, @Nullable Color color) {

    public static final Mark NONE = new Mark(null, null);

    private static final int MOST_STARS = 5;

    /** The labels that programs for photographers know. */
    public enum Color { RED, YELLOW, GREEN, BLUE, PURPLE }

    public Mark {
        if (stars != null && (stars < 1 || stars > MOST_STARS)) {
            throw Refusal.invalid("/mark/stars", "out-of-range", "There are 1 to " + MOST_STARS + " stars.");
        }
    }
}
