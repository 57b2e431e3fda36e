package dev.albumen.domain.image;

import dev.albumen.domain.shared.Sha256;
import java.util.Locale;

/**
 * What is burnt into what others see of a picture.
 *
 * @param opacity from {@link #MIN_OPACITY} to 1, which lets nothing of the picture through
 * @param size as a part of the picture's shorter edge: the height of a text's letters, or the longer edge of a logo. What
 *     would not fit into the picture becomes smaller
 */
public record Watermark(Motif motif, Place place, double opacity, double size) {

    public static final int MAX_TEXT = 64;
    public static final double MIN_OPACITY = 0.05;
    public static final double DEFAULT_OPACITY = 0.5;
    public static final double DEFAULT_TEXT_SIZE = 0.06;
    public static final double DEFAULT_LOGO_SIZE = 0.25;
    private static final double MIN_SIZE = 0.01;
    private static final double MAX_SIZE = 0.5;
    private static final int FINGERPRINT = 12;

    public Watermark {
        if (!isOpacity(opacity) || !(size >= MIN_SIZE && size <= MAX_SIZE)) {
            throw new IllegalArgumentException("no mark is so opaque, or so large: " + opacity + ", " + size);
        }
    }

    /** Of a text. */
    public Watermark(String text, Place place, double opacity, double size) {
        this(new Motif.Text(text), place, opacity, size);
    }

    /** What it shows. */
    public sealed interface Motif {

        /**
         * White with a dark outline, so that it is seen on everything.
         *
         * @param line one, of up to {@link #MAX_TEXT} characters
         */
        record Text(String line) implements Motif {

            public Text {
                if (!isText(line)) {
                    throw new IllegalArgumentException("a mark's text is a line of 1 to " + MAX_TEXT + " characters");
                }
            }
        }

        /**
         * A picture, as it is: what is transparent of it lets the other picture through.
         *
         * @param content of a PNG file
         */
        record Logo(Sha256 content) implements Motif {

            /** What the file is called where it is handed on. */
            public String fileName() {
                return content + ".png";
            }
        }
    }

    /** Where it stands. */
    public enum Place { TOP_LEFT, TOP, TOP_RIGHT, LEFT, CENTER, RIGHT, BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT, TILED }

    /** Whether the text can be a mark: something that is seen, in one line, and not too long. */
    public static boolean isText(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    /** Whether a mark can cover so much of what is below. */
    public static boolean isOpacity(double opacity) {
        return opacity >= MIN_OPACITY && opacity <= 1;
    }

    /** 12 lower-case hexadecimal digits, which other marks do not have. */
    public String fingerprint() {
        // a text has no line break, so none is taken for a logo
        String shown = switch (motif) {
            case Motif.Text(String line) -> line;
            case Motif.Logo(Sha256 content) -> "\n" + content;
        };
        String all = String.format(Locale.ROOT, "%s/%.4f/%.4f/%s", place, opacity, size, shown);
        return Sha256.of(all).hex().substring(0, FINGERPRINT);
    }
}
