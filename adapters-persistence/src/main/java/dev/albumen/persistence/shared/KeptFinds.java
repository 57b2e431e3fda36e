package dev.albumen.persistence.shared;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds things by key, and keeps what was found for as long as the database stays as it was. Whether it has is asked of
 * the database each time, by a statement that reads no table: two statements with the same snapshot see the same rows. So
 * nothing is answered that was outdated when it was asked for, whoever changed it and on whatever node. Where something had
 * changed since the question before, asking for the state is likely to be in vain again, and what is asked for is read at
 * once, which tells the state as well: then a question is one statement, however often anything changes. For one thread at a time.
 *
 * @param <K> what is looked up
 * @param <V> what is found; made of the rows alone, and not of the time
 */
public final class KeptFinds<K, V> {

    /**
     * The state of the database that a statement sees, to be selected behind its columns: the transactions that count
     * (PostgreSQL's {@code pg_snapshot}), and the process that says so, since a server that was put back or replaced may
     * count others under the same numbers, and needs new connections.
     */
    public static final String STATE = ", pg_backend_pid() || ' ' || pg_current_snapshot() AS state\n";

    static final String NOW = "SELECT pg_backend_pid() || ' ' || pg_current_snapshot() AS state";
    /** Some megabytes of what is largest. */
    private static final int MOST = 4096;

    private final Supplier<String> now;
    private final Sql sql;
    private final Statement<K, V> statement;
    private final Map<K, V> kept = new HashMap<>();
    private String state = "";
    private boolean changing;

    /** @param sql has one connection: two would say different states */
    KeptFinds(Sql sql, Statement<K, V> statement) {
        this(() -> sql.one(NOW, row -> row.text("state")), sql, statement);
    }

    /** @param now the state, asked on the connection of {@code sql} */
    KeptFinds(Supplier<String> now, Sql sql, Statement<K, V> statement) {
        this.now = now;
        this.sql = sql;
        this.statement = statement;
    }

    /** One statement for some keys, whose rows have {@link #STATE} too, and which runs by what it is given. */
    @FunctionalInterface
    public interface Statement<K, V> {

        void find(Sql sql, List<K> keys, Sighting<K, V> sighting);
    }

    /** What a statement sees, row by row. */
    public static final class Sighting<K, V> {

        private final Map<K, V> found = new HashMap<>();
        private @Nullable String state;

        private Sighting() {}

        /** Takes what a row says; answers nothing that matters, so that it may end a {@link Sql.RowReader}. */
        public Optional<V> add(Row row, K key, V value) throws SQLException {
            if (state == null) {
                state = row.text("state");
            }
            found.put(key, value);
            return Optional.of(value);
        }
    }

    /** What there is now for these keys. */
    Map<K, V> find(List<K> keys) {
        String before = state;
        Map<K, V> found = changing ? read(keys) : keptOrRead(keys);
        changing = !before.isEmpty() && !state.equals(before);
        return found;
    }

    private Map<K, V> keptOrRead(List<K> keys) {
        Map<K, V> found = HashMap.newHashMap(keys.size());
        List<K> others = new ArrayList<>();
        if (keys.stream().anyMatch(kept::containsKey)) {
            become(now.get());
        }
        for (K key : keys) {
            V known = kept.get(key);
            if (known == null) {
                others.add(key);
            } else {
                found.put(key, known);
            }
        }
        if (!others.isEmpty()) {
            found.putAll(read(others));
        }
        return found;
    }

    private Map<K, V> read(List<K> keys) {
        Sighting<K, V> sighting = new Sighting<>();
        statement.find(sql, keys, sighting);
        if (sighting.state != null) {
            become(sighting.state);
            if (kept.size() + sighting.found.size() > MOST) {
                kept.clear();
            }
            kept.putAll(sighting.found);
        }
        return sighting.found;
    }

    /** A state never comes back, so what was found in another one is of no use any more. */
    private void become(String now) {
        if (!now.equals(state)) {
            kept.clear();
            state = now;
        }
    }
}
