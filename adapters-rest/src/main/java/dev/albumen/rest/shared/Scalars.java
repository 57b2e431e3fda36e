package dev.albumen.rest.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads single JSON values, and never one kind for another: {@code "1"} is no number and {@code 1} no text. */
final class Scalars {

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
        Map.entry(String.class, "a text"),
        Map.entry(boolean.class, "true or false"), Map.entry(Boolean.class, "true or false"),
        Map.entry(int.class, "a whole number"), Map.entry(Integer.class, "a whole number"),
        Map.entry(long.class, "a whole number"), Map.entry(Long.class, "a whole number"),
        Map.entry(double.class, "a number"), Map.entry(Double.class, "a number"),
        Map.entry(UUID.class, "a UUID"),
        Map.entry(Instant.class, "a time such as 2026-03-01T12:00:00Z"),
        Map.entry(LocalDate.class, "a date such as 2026-03-01"));

    private Scalars() {}

    static boolean isOne(Class<?> type) {
        return type.isEnum() || KINDS.containsKey(type);
    }

    static String describe(Class<?> type) {
        return type.isEnum() ? "one of " + Labels.all(type) : KINDS.get(type);
    }

    /** Empty where the JSON value is of another kind. */
    static Optional<Object> read(Class<?> type, Object json) {
        return switch (json) {
            case String text -> ofText(type, text);
            case Boolean truth -> type == boolean.class || type == Boolean.class ? Optional.of(truth) : Optional.empty();
            case Long whole -> ofNumber(type, BigDecimal.valueOf(whole));
            case Integer whole -> ofNumber(type, BigDecimal.valueOf(whole));
            case BigDecimal number -> ofNumber(type, number);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> ofNumber(Class<?> type, BigDecimal number) {
        try {
            if (type == int.class || type == Integer.class) {
                return Optional.of(number.intValueExact());
            }
            if (type == long.class || type == Long.class) {
                return Optional.of(number.longValueExact());
            }
            boolean real = type == double.class || type == Double.class;
            return real && Double.isFinite(number.doubleValue()) ? Optional.of(number.doubleValue()) : Optional.empty();
        } catch (ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }

    private static Optional<Object> ofText(Class<?> type, String text) {
        if (type == String.class) {
            return Optional.of(text);
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).filter(constant -> Labels.of((Enum<?>) constant).equals(text)).map(Object.class::cast).findFirst();
        }
        try {
            if (type == UUID.class) {
                return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
            }
            if (type == Instant.class) {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            }
            return type == LocalDate.class ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
