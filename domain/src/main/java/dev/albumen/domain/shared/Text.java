package dev.albumen.domain.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for text that people write. Lengths count Unicode code points. */
public final class Text {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}]");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[[\\p{Cc}\\p{Cs}\\p{IsNoncharacter_Code_Point}]&&[^\\n\\r\\t]]");

    private Text() {}

    /** One line, stripped, of 1 to {@code max} characters. */
    public static String line(String pointer, String text, int max) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw Refusal.invalid(pointer, "empty", "This needs at least one character.");
        }
        return checked(pointer, stripped, max, CONTROL);
    }

    /** One line that may be missing; an empty one counts as missing. */
    public static @Nullable String optionalLine(String pointer, @Nullable String text, int max) {
        return text == null || text.isBlank() ? null : line(pointer, text, max);
    }

    /** Several lines, stripped, of up to {@code max} characters; empty where missing. */
    public static String lines(String pointer, @Nullable String text, int max) {
        return text == null ? "" : checked(pointer, text.strip(), max, CONTROL_BUT_LINES);
    }

    private static String checked(String pointer, String text, int max, Pattern forbidden) {
        if (text.codePointCount(0, text.length()) > max) {
            throw Refusal.invalid(pointer, "too-long", "This is longer than " + max + " characters.");
        }
        if (forbidden.matcher(text).find()) {
            throw Refusal.invalid(pointer, "control-character", "This holds a character that cannot be shown.");
        }
        return text;
    }
}
