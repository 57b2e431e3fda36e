package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How enum constants are written: {@code NOT_YET} as {@code not-yet}. */
public final class Labels {

    private Labels() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All labels of a kind, for people. */
    public static String all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> of((Enum<?>) constant)).collect(Collectors.joining(", "));
    }

    /**
     * Reads a parameter; {@code null} stays {@code null}.
     *
     * @param pointer where it stood, for the refusal
     */
    public static <E extends Enum<E>> @Nullable E read(Class<E> type, String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> of(constant).equals(text)).findFirst()
            .orElseThrow(() -> Refusal.invalid(pointer, "unknown-value", "Expected one of " + all(type) + "."));
    }
}
