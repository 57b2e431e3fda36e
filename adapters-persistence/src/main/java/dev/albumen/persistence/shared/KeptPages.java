package dev.albumen.persistence.shared;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pages of lists, kept for as long as the database stays as it was, as {@link KeptFinds} keeps what has a key. A page is kept
 * under a state that was seen before it was read, so that it is never older than that. The state is asked for only where a page is
 * at hand that nothing is known to have changed behind; so a page may be read twice before it is kept to some purpose, and one that
 * is not asked for again costs one statement.
 *
 * @param <K> says all that the page depends on
 * @param <P> a page, or what else a list is read by
 */
public final class KeptPages<K, P> {

    /** Of all pages together, a kilobyte or two each. */
    private static final int MOST_ITEMS = 4096;

    private final DatabaseState state;
    private final Sql sql;
    private final ToIntFunction<P> size;
    private final Map<K, Kept<P>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int items;

    /** @param size how many items a page has */
    KeptPages(DatabaseState state, Sql sql, ToIntFunction<P> size) {
        this.state = state;
        this.sql = sql;
        this.size = size;
    }

    private record Kept<P>(String state, P page) {}

    /** The page that the statement reads, or has read. In a transaction it is read: others must not see what that has changed. */
    public P page(K key, Supplier<P> statement) {
        if (sql.isInTransaction()) {
            return statement.get();
        }
        String seen = state.last();
        Kept<P> known = known(key);
        if (known != null && known.state().equals(seen)) {
            seen = state.now();
            if (known.state().equals(seen)) {
                return known.page();
            }
        }
        P read = statement.get();
        keep(key, new Kept<>(seen, read));
        return read;
    }

    private synchronized @Nullable Kept<P> known(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, Kept<P> page) {
        Kept<P> former = kept.put(key, page);
        items += weight(page) - (former == null ? 0 : weight(former));
        Iterator<Kept<P>> longestUnused = kept.values().iterator();
        while (items > MOST_ITEMS && longestUnused.hasNext()) {
            items -= weight(longestUnused.next());
            longestUnused.remove();
        }
    }

    private int weight(Kept<P> page) {
        return 1 + size.applyAsInt(page.page());
    }
}
