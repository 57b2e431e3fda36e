package dev.albumen.domain.image;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The shape of a picture as it is shown. The database tells shapes by the same rules; a test compares them. */
public enum Orientation {
    LANDSCAPE, PORTRAIT, SQUARE,
    /** One side is at least twice as long as the other; it is landscape or portrait as well. */
    PANORAMA;

    /** All that the dimensions are. */
    public static Set<Orientation> of(Dimensions dimensions) {
        int width = dimensions.width();
        int height = dimensions.height();
        Set<Orientation> found = EnumSet.of(width > height ? LANDSCAPE : width < height ? PORTRAIT : SQUARE);
        if (Math.max(width, height) >= 2L * Math.min(width, height)) {
            found.add(PANORAMA);
        }
        return found;
    }

    /** The name that clients see. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Orientation> labelled(String label) {
        for (Orientation orientation : values()) {
            if (orientation.label().equals(label)) {
                return Optional.of(orientation);
            }
        }
        return Optional.empty();
    }
}
