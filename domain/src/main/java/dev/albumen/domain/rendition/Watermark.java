package dev.albumen.domain.rendition;

import dev.albumen.domain.shared.Sha256;
import java.util.Locale;

/**
 * A text that is burnt into what others see of a picture: white with a dark outline, so that it is seen on everything.
 *
 * @param text one line
 * @param opacity from {@link #MIN_OPACITY} to 1, which lets nothing of the picture through
 * @param size the height of the letters as a part of the picture's shorter edge. A text that would be wider than the
 *     picture becomes smaller
 */
public record Watermark(String text, Place place, double opacity, double size) {

    public static final int MAX_TEXT = 64;
    public static final double MIN_OPACITY = 0.05;
    public static final double DEFAULT_OPACITY = 0.5;
    public static final double DEFAULT_SIZE = 0.06;
    private static final double MIN_SIZE = 0.01;
    private static final double MAX_SIZE = 0.5;
    private static final int FINGERPRINT = 12;

    public Watermark {
        if (!isText(text)) {
            throw new IllegalArgumentException("a mark's text is a line of 1 to " + MAX_TEXT + " characters");
        }
        if (!(opacity >= MIN_OPACITY && opacity <= 1) || !(size >= MIN_SIZE && size <= MAX_SIZE)) {
            throw new IllegalArgumentException("no mark is so opaque, or so large: " + opacity + ", " + size);
        }
    }

    /** Where it stands. */
    public enum Place { TOP_LEFT, TOP, TOP_RIGHT, LEFT, CENTER, RIGHT, BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT, TILED }

    /** Whether the text can be a mark: something that is seen, in one line, and not too long. */
    public static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    /** 12 lower-case hexadecimal digits, which other marks do not have. */
    public String fingerprint() {
        String all = String.format(Locale.ROOT, "%s/%.4f/%.4f/%s", place, opacity, size, text);
        return Sha256.of(all).hex().substring(0, FINGERPRINT);
    }
}
