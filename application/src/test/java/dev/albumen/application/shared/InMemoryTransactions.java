package dev.albumen.application.shared;

import dev.albumen.domain.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One transaction at a time over {@linkplain InMemoryTable tables} in memory: what fails rolls back, what writes outside
 * a write transaction fails at once.
 */
public final class InMemoryTransactions implements Transactions {

    private final ReentrantLock turn = new ReentrantLock();
    private final List<InMemoryTable<?, ?>> tables = new ArrayList<>();
    private boolean writing;

    <K, V> InMemoryTable<K, V> register(InMemoryTable<K, V> table) {
        tables.add(table);
        return table;
    }

    /** A new table, empty. */
    public <K, V> InMemoryTable<K, V> table() {
        return register(new InMemoryTable<>(this));
    }

    /** Copies of all tables. */
    public List<Map<?, ?>> state() {
        return tables.stream().<Map<?, ?>>map(InMemoryTable::all).toList();
    }

    /** Fails where the caller is not in a write transaction. */
    public void requireWriting() {
        if (!turn.isHeldByCurrentThread() || !writing) {
            throw new IllegalStateException("outside a write transaction");
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> T write(Supplier<T> work) {
        turn.lock();
        try {
            if (!writing && turn.getHoldCount() > 1) {
                throw new IllegalStateException("a write within a read");
            }
            return writing ? work.get() : outermost(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T outermost(Supplier<T> work) {
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                return begin(work);
            } catch (LostRaceException lost) {
                // Once more from the start.
            }
        }
        throw new Refusal.Stale().thrown();
    }

    private <T> T begin(Supplier<T> work) {
        List<Runnable> before = tables.stream().map(InMemoryTable::remembered).toList();
        boolean committed = false;
        writing = true;
        try {
            T result = Once.within(work).get();
            committed = true;
            return result;
        } finally {
            writing = false;
            if (!committed) {
                before.forEach(Runnable::run);
            }
        }
    }
}
