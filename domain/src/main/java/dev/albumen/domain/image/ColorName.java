package dev.albumen.domain.image;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The few names that people give colours. The database names colours by the same whole numbers; a test compares them. */
public enum ColorName {
    RED, ORANGE, YELLOW, GREEN, CYAN, BLUE, PURPLE, PINK, BROWN, BLACK, GRAY, WHITE;

    /** From so many thousandths of a picture on, a colour is one of its colours. */
    public static final int LEAST_PER_MILLE = 100;

    /** @param color such as {@code #4a6f8c} */
    public static ColorName of(String color) {
        int red = Integer.parseInt(color.substring(1, 3), 16);
        int green = Integer.parseInt(color.substring(3, 5), 16);
        int blue = Integer.parseInt(color.substring(5, 7), 16);
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        int range = most - least;
        if (most < 40) {
            return BLACK;
        }
        if (range < 24 || range * 100 / most < 15) {
            return most < 64 ? BLACK : least > 220 ? WHITE : GRAY;
        }
        int degrees = most == red ? 60 * (green - blue) / range
                : most == green ? 120 + 60 * (blue - red) / range : 240 + 60 * (red - green) / range;
        return ofHue((degrees + 360) % 360, most);
    }

    private static ColorName ofHue(int degrees, int most) {
        if (degrees < 15 || degrees >= 345) {
            return RED;
        }
        if (degrees < 45) {
            return most < 150 ? BROWN : ORANGE;
        }
        return degrees < 70 ? YELLOW : degrees < 165 ? GREEN : degrees < 200 ? CYAN : degrees < 260 ? BLUE
                : degrees < 290 ? PURPLE : PINK;
    }

    /** What a picture is said to hold: its dominant colour, and what there is much of. */
    public static Set<ColorName> of(Appearance appearance) {
        Set<ColorName> found = EnumSet.of(of(appearance.dominantColor()));
        appearance.palette().stream().filter(swatch -> swatch.perMille() >= LEAST_PER_MILLE)
                .forEach(swatch -> found.add(of(swatch.color())));
        return found;
    }

    /** The name that clients see. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ColorName> labelled(String label) {
        for (ColorName color : values()) {
            if (color.label().equals(label)) {
                return Optional.of(color);
            }
        }
        return Optional.empty();
    }
}
