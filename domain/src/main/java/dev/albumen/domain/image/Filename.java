package dev.albumen.domain.image;

import dev.albumen.domain.shared.Refusal;
import java.util.regex.Pattern;

/** The name that an uploader's file had: without folders, 1 to 255 characters, none of them a control character. */
public record Filename(String value) {

    public static final int MAX_LENGTH = 255;
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200d]]");

    public Filename {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_LENGTH || HIDDEN.matcher(value).find()
                || value.contains("/") || value.contains("\\")) {
            throw new IllegalArgumentException("not a file name");
        }
    }

    /**
     * Takes what a client sent. Folders before the name are left out, as browsers send them for historical reasons.
     *
     * @throws dev.albumen.domain.shared.RefusedException {@code Invalid} where nothing usable is left, or it is too long
     */
    public static Filename sent(String text) {
        String name = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1).strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw Refusal.invalid("file", "filename-missing", "The file part needs a file name.");
        }
        if (HIDDEN.matcher(name).find()) {
            throw Refusal.invalid("file", "filename-control-character", "The file name holds a character that cannot be shown.");
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw Refusal.invalid("file", "filename-too-long", "The file name is longer than " + MAX_LENGTH + " characters.");
        }
        return new Filename(name);
    }
}
