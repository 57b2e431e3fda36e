package dev.albumen.application.transfer;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks through lists that are read a page at a time. */
final class Pages {

    private Pages() {}

    static <T> void each(Function<PageRequest, Page<T>> source, Consumer<List<T>> taker) {
        Optional<PageRequest> wanted = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (wanted.isPresent()) {
            Page<T> page = source.apply(wanted.get());
            taker.accept(page.items());
            wanted = page.next().map(place -> new PageRequest(PageRequest.MAX_LIMIT, Optional.of(place)));
        }
    }
}
