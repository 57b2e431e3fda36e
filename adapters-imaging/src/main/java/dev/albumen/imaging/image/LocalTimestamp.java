package dev.albumen.imaging.image;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a file writes it; one of a date alone is at midnight.
 *
 * @param offset from UTC; {@code null} where the file does not say
 */
record LocalTimestamp(LocalDateTime time, @Nullable ZoneOffset offset) {

    private static final int MAX_LENGTH = 40;
    private static final Pattern EXIF = form("(\\d{4}):(\\d\\d):(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)");
    private static final Pattern XMP = form("(\\d{4})-(\\d\\d)-(\\d\\d)(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?");
    private static final Pattern IPTC = form("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)");

    private static Pattern form(String time) {
        String offset = "(Z|[+-]\\d\\d:?\\d\\d)?";
        return Pattern.compile(time.contains("(?:T") ? time + offset + ")?" : time + offset);
    }

    /** As EXIF writes it, such as {@code 2024:07:14 18:30:15} and {@code +02:00}. */
    static Optional<LocalTimestamp> ofExif(@Nullable String time, @Nullable String offset) {
        String zone = CleanText.of(offset, MAX_LENGTH).filter(text -> text.matches("Z|[+-]\\d\\d:\\d\\d")).orElse("");
        return CleanText.of(time, MAX_LENGTH).flatMap(text -> of(EXIF, text + zone));
    }

    /** As XMP writes it (a form of ISO 8601), a day at least. */
    static Optional<LocalTimestamp> ofXmp(String text) {
        return CleanText.of(text, MAX_LENGTH).flatMap(clean -> of(XMP, clean));
    }

    /** As IPTC-IIM writes it, such as {@code 20240714} and {@code 183015+0200}. */
    static Optional<LocalTimestamp> ofIptc(@Nullable String date, @Nullable String time) {
        String clock = CleanText.of(time, MAX_LENGTH).map(text -> "T" + text).orElse("");
        return CleanText.of(date, MAX_LENGTH).flatMap(day -> of(IPTC, day + clock));
    }

    private static Optional<LocalTimestamp> of(Pattern form, String text) {
        Matcher found = form.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            LocalTime time = LocalTime.of(number(found, 4), number(found, 5), number(found, 6));
            return Optional.of(new LocalTimestamp(day.atTime(time), found.group(7) == null ? null : ZoneOffset.of(found.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }
}
