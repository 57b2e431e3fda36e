package dev.albumen.application.image;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and times of a search text: one of them, {@code >=3}, {@code <10mb}, {@code 2024-05..2024-07}. */
final class SearchValues {

    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=)?(.+)");
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([a-z]*)");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,8})?),(-?\\d{1,3}(?:\\.\\d{1,8})?),(\\d{1,5}(?:\\.\\d{1,3})?)(?:km)?");

    private final String pointer;

    private SearchValues(String pointer) {
        this.pointer = pointer;
    }

    static SearchValues of(String pointer) {
        return new SearchValues(pointer);
    }

    /** What a value stands for on its own: from there on, and before that. */
    private record Span<T>(T from, T next) {}

    /** Bounds, the upper one left out. */
    private record Bounds<T>(@Nullable T from, @Nullable T below) {}

    Criterion rating(String value) {
        if (value.equals("none")) {
            return new Criterion.Not(new Criterion.Rated(1, 5));
        }
        Bounds<Long> stars = bounds("rating", value, "1 to 5 or none, such as >=3 or 2..4", this::star);
        return new Criterion.Rated(stars.from() == null ? 1 : Math.toIntExact(stars.from()),
                stars.below() == null ? 5 : Math.toIntExact(stars.below() - 1));
    }

    private @Nullable Span<Long> star(String text) {
        return text.matches("[1-5]") ? new Span<>(Long.parseLong(text), Long.parseLong(text) + 1) : null;
    }

    Criterion pixels(String value) {
        Bounds<Long> pixels = bounds("size", value, "megapixels such as >12mp or 8mp..24mp", text -> quantity(text, true, "mp", 6));
        return new Criterion.Pixels(pixels.from(), pixels.below());
    }

    Criterion bytes(String value) {
        Bounds<Long> bytes = bounds("bytes", value, "bytes such as >10mb, <=500kb or 1mb..5mb", SearchValues::size);
        return new Criterion.Bytes(bytes.from(), bytes.below());
    }

    private static @Nullable Span<Long> size(String text) {
        for (String unit : new String[] {"kb", "mb", "gb"}) {
            if (text.endsWith(unit)) {
                return quantity(text, false, unit, switch (unit) {
                    case "kb" -> 3;
                    case "mb" -> 6;
                    default -> 9;
                });
            }
        }
        return quantity(text, false, text.endsWith("b") ? "b" : "", 0);
    }

    /** @param whole whether it stands for all up to the next whole one, as people mean 12 megapixels */
    private static @Nullable Span<Long> quantity(String text, boolean whole, String unit, int zeros) {
        Matcher quantity = QUANTITY.matcher(text);
        if (!quantity.matches() || !(quantity.group(2).equals(unit) || (whole && quantity.group(2).isEmpty()))) {
            return null;
        }
        BigDecimal number = new BigDecimal(quantity.group(1));
        long from = number.movePointRight(zeros).setScale(0, RoundingMode.CEILING).longValueExact();
        return new Span<>(from, whole ? number.add(BigDecimal.ONE).movePointRight(zeros).setScale(0, RoundingMode.CEILING).longValueExact() : from + 1);
    }

    Criterion taken(String value) {
        Bounds<Instant> time = bounds("taken", value, "a year, month or day such as 2024, 2024-05, >=2024-05-17 or 2024-05..2024-07", this::period);
        return new Criterion.Taken(time.from(), time.below());
    }

    private @Nullable Span<Instant> period(String text) {
        if (!PERIOD.matcher(text).matches()) {
            return null;
        }
        try {
            return switch (text.length()) {
                case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
                case 7 -> days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).plusMonths(1).atDay(1));
                default -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Span<Instant> days(LocalDate first, LocalDate next) {
        return new Span<>(first.atStartOfDay(ZoneOffset.UTC).toInstant(), next.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    Criterion near(String value) {
        Matcher place = PLACE.matcher(value.toLowerCase(Locale.ROOT));
        if (place.matches()) {
            double latitude = Double.parseDouble(place.group(1));
            double longitude = Double.parseDouble(place.group(2));
            double kilometres = Double.parseDouble(place.group(3));
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && kilometres > 0 && kilometres <= 20_100) {
                return new Criterion.Near(latitude, longitude, kilometres);
            }
        }
        throw refused(pointer, "near", "latitude, longitude and kilometres such as 59.91,10.75,5");
    }

    private <T> Bounds<T> bounds(String field, String value, String allowed, Function<String, @Nullable Span<T>> reader) {
        String lower = value.toLowerCase(Locale.ROOT);
        int dots = lower.indexOf("..");
        Bounds<T> read = dots < 0 ? compared(lower, reader) : between(lower.substring(0, dots), lower.substring(dots + 2), reader);
        if (read == null || (read.from() == null && read.below() == null)) {
            throw refused(pointer, field, allowed);
        }
        return read;
    }

    private static <T> @Nullable Bounds<T> between(String first, String last, Function<String, @Nullable Span<T>> reader) {
        Span<T> from = first.isEmpty() ? null : reader.apply(first);
        Span<T> to = last.isEmpty() ? null : reader.apply(last);
        boolean understood = (from != null || first.isEmpty()) && (to != null || last.isEmpty());
        return understood ? new Bounds<>(from == null ? null : from.from(), to == null ? null : to.next()) : null;
    }

    private static <T> @Nullable Bounds<T> compared(String text, Function<String, @Nullable Span<T>> reader) {
        Matcher compared = COMPARED.matcher(text);
        Span<T> span = compared.matches() ? reader.apply(compared.group(2)) : null;
        if (span == null) {
            return null;
        }
        return switch (compared.group(1)) {
            case ">=" -> new Bounds<>(span.from(), null);
            case ">" -> new Bounds<>(span.next(), null);
            case "<" -> new Bounds<>(null, span.from());
            case "<=" -> new Bounds<>(null, span.next());
            case null, default -> new Bounds<>(span.from(), span.next());
        };
    }

    static RefusedException refused(String pointer, String field, String allowed) {
        return Refusal.invalid(pointer, "bad-field-value", "The field \"" + field + "\" takes " + allowed + ".");
    }
}
