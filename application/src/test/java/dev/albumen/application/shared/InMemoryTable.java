package dev.albumen.application.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Rows by key, in the order of their coming. Rows are immutable. */
public final class InMemoryTable<K, V> {

    private final InMemoryTransactions transactions;
    private Map<K, V> rows = new LinkedHashMap<>();

    InMemoryTable(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    public Optional<V> find(K key) {
        return transactions.read(() -> Optional.ofNullable(rows.get(key)));
    }

    public boolean holds(K key) {
        return find(key).isPresent();
    }

    /** A copy of all rows. */
    public Map<K, V> all() {
        return transactions.read(() -> new LinkedHashMap<>(rows));
    }

    public void put(K key, V row) {
        transactions.requireWriting();
        rows.put(key, row);
    }

    /** Whether there was such a row. */
    public boolean remove(K key) {
        transactions.requireWriting();
        return rows.remove(key) != null;
    }

    public void removeIf(BiPredicate<K, V> doomed) {
        transactions.requireWriting();
        rows.entrySet().removeIf(row -> doomed.test(row.getKey(), row.getValue()));
    }

    /** Takes back what comes after this call. */
    Runnable remembered() {
        Map<K, V> before = new LinkedHashMap<>(rows);
        return () -> rows = before;
    }
}
