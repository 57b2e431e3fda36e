package dev.albumen.imaging.label;

import java.util.Locale;

/** Colours as people call them. The bounds are those of hue circles in common use, checked against named web colours. */
enum ColorName {
    RED, ORANGE, YELLOW, GREEN, TURQUOISE, BLUE, PURPLE, PINK, BROWN, BLACK, WHITE, GRAY;

    private static final double GRAYISH = 0.13;
    private static final double BLACKISH = 0.16;
    private static final double WHITISH = 0.86;

    /** @return such as {@code blue} */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of an sRGB colour, each part from 0 to 255. */
    static ColorName of(int red, int green, int blue) {
        double most = Math.max(red, Math.max(green, blue)) / 255.0;
        double least = Math.min(red, Math.min(green, blue)) / 255.0;
        double chroma = most - least;
        if (most < BLACKISH) {
            return BLACK;
        }
        if (chroma < GRAYISH) {
            return least > WHITISH - GRAYISH / 2 && most > WHITISH ? WHITE : GRAY;
        }
        return chromatic(hue(red / 255.0, green / 255.0, blue / 255.0, most, chroma), most, chroma / most, least);
    }

    private static ColorName chromatic(double hue, double value, double saturation, double least) {
        if (hue < 12 || hue >= 345) {
            return least > 0.5 ? PINK : RED;
        }
        if (hue < 45) {
            // Skin, wood and earth are dark or pale oranges.
            return value < 0.68 || saturation < 0.5 ? BROWN : ORANGE;
        }
        if (hue < 68) {
            return value < 0.45 ? BROWN : YELLOW;
        }
        if (hue < 165) {
            return GREEN;
        }
        if (hue < 190) {
            return TURQUOISE;
        }
        if (hue < 255) {
            return BLUE;
        }
        return hue < 300 ? PURPLE : PINK;
    }

    /** In degrees, 0 for red. */
    private static double hue(double red, double green, double blue, double most, double chroma) {
        double sixth;
        if (most == red) {
            sixth = (green - blue) / chroma;
        } else if (most == green) {
            sixth = (blue - red) / chroma + 2;
        } else {
            sixth = (red - green) / chroma + 4;
        }
        return (sixth * 60 + 360) % 360;
    }
}
