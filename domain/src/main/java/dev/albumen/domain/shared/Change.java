package dev.albumen.domain.shared;

import java.util.function.Function;

/** What a merge patch (RFC 7396) says about one value: keep it, clear it, or set it. */
public sealed interface Change<T> {

    record Keep<T>() implements Change<T> {}

    record Clear<T>() implements Change<T> {}

    record To<T>(T value) implements Change<T> {}

    static <T> Change<T> keep() {
        return new Keep<>();
    }

    static <T> Change<T> clear() {
        return new Clear<>();
    }

    static <T> Change<T> to(T value) {
        return new To<>(value);
    }

    /** The value after the change. */
    default T orKeep(T current, T cleared) {
        return switch (this) {
            case Keep<T> keep -> current;
            case Clear<T> clear -> cleared;
            case To<T>(T value) -> value;
        };
    }

    /** The same change of another type. */
    default <R> Change<R> map(Function<T, R> translate) {
        return switch (this) {
            case Keep<T> keep -> keep();
            case Clear<T> clear -> clear();
            case To<T>(T value) -> to(translate.apply(value));
        };
    }
}
