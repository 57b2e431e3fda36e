package dev.albumen.imaging.image;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text out of a file, fit to be stored and shown. */
final class CleanText {

    private CleanText() {}

    /** Without control characters and half characters, which databases refuse; empty where nothing is left. */
    static Optional<String> of(@Nullable String text, int maxLength) {
        if (text == null) {
            return Optional.empty();
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(maxLength).forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            clean.appendCodePoint(half || Character.isISOControl(point) ? ' ' : point);
        });
        String stripped = clean.toString().strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }
}
