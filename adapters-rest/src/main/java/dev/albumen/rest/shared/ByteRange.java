package dev.albumen.rest.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes a {@code Range} asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /** Everything: no range was asked for, or one that need not be understood, such as several at once. */
    record Whole() implements ByteRange {}

    record Part(long offset, long length) implements ByteRange {}

    /** Nothing that exists. */
    record Unsatisfiable() implements ByteRange {}

    Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \\t]*(\\d*)-(\\d*)[ \\t]*");

    /**
     * Reads the header.
     *
     * @param ifRange the range holds only while this is still the strong tag
     */
    static ByteRange of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
        if (range == null || (ifRange != null && !ifRange.trim().equals(tag))) {
            return new Whole();
        }
        Matcher single = SINGLE.matcher(range.trim());
        if (!single.matches()) {
            return new Whole();
        }
        String first = single.group(1);
        String last = single.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(number(last), size);
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, Math.min(to, size - 1) - from + 1);
    }

    private static ByteRange suffix(long length, long size) {
        long wanted = Math.min(length, size);
        return wanted == 0 ? new Unsatisfiable() : new Part(size - wanted, wanted);
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
