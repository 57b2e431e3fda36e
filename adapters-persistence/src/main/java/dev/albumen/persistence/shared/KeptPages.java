package dev.albumen.persistence.shared;

import dev.albumen.application.shared.Page;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages of lists, kept for as long as the database stays as it was, as {@link KeptFinds} keeps what has a key. The state is
 * asked for before a page is read, so that a page is never older than the state that it is kept under.
 *
 * @param <K> says all that the page depends on
 * @param <T> what is listed
 */
public final class KeptPages<K, T> {

    /** Of all pages together, a kilobyte or two each. */
    private static final int MOST_ITEMS = 4096;

    private final Supplier<String> state;
    private final Sql sql;
    private final Map<K, Kept<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int items;

    KeptPages(Supplier<String> state, Sql sql) {
        this.state = state;
        this.sql = sql;
    }

    private record Kept<T>(String state, Page<T> page) {}

    /** The page that the statement reads, or has read. In a transaction it is read: others must not see what that has changed. */
    public Page<T> page(K key, Supplier<Page<T>> statement) {
        if (sql.isInTransaction()) {
            return statement.get();
        }
        String now = state.get();
        Page<T> known = known(key, now);
        if (known != null) {
            return known;
        }
        Page<T> read = statement.get();
        keep(key, new Kept<>(now, read));
        return read;
    }

    private synchronized @Nullable Page<T> known(K key, String now) {
        Kept<T> known = kept.get(key);
        return known != null && known.state().equals(now) ? known.page() : null;
    }

    private synchronized void keep(K key, Kept<T> page) {
        Kept<T> former = kept.put(key, page);
        items += weight(page) - (former == null ? 0 : weight(former));
        Iterator<Kept<T>> longestUnused = kept.values().iterator();
        while (items > MOST_ITEMS && longestUnused.hasNext()) {
            items -= weight(longestUnused.next());
            longestUnused.remove();
        }
    }

    private static int weight(Kept<?> page) {
        return 1 + page.page().items().size();
    }
}
