package dev.albumen.application.shared;

import java.util.List;
import java.util.function.Function;

/** Cuts pages from lists in memory. */
public final class InMemoryPages {

    private InMemoryPages() {}

    /** @param id tells rows apart */
    public static <T> Page<T> cut(List<T> sorted, PageRequest page, Function<T, String> id) {
        List<String> ids = sorted.stream().map(id).toList();
        int from = page.after().map(place -> ids.indexOf(place.values().getLast()) + 1).orElse(0);
        List<T> rest = sorted.subList(from, Math.min(sorted.size(), from + page.limit() + 1));
        return Page.of(rest, page.limit(), row -> new Keyset(List.of(id.apply(row))));
    }
}
