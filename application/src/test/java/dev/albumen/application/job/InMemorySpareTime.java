package dev.albumen.application.job;

import java.util.ArrayDeque;
import java.util.Queue;

/** Keeps work until a test runs it, up to a hundred. */
public final class InMemorySpareTime implements SpareTime {

    private static final int MOST = 100;

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public synchronized boolean offer(Runnable work) {
        return waiting.size() < MOST && waiting.add(work);
    }

    public synchronized int waiting() {
        return waiting.size();
    }

    /** Does all that waits; what it throws is kept from the test. */
    public void runAll() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException planted) {
                // ends nothing else
            }
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next() {
        return waiting.poll();
    }
}
