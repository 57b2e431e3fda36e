package dev.albumen.application.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the following page starts; empty on the last one
 */
public record Page<T>(List<T> items, Optional<Keyset> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page from rows that were read with one more than the limit. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Keyset> place) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, Optional.of(place.apply(shown.getLast())));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
