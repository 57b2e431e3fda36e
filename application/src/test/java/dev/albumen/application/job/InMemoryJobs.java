package dev.albumen.application.job;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** Keeps jobs until a test runs them. */
public final class InMemoryJobs implements Jobs {

    private final Queue<Job> waiting = new ArrayDeque<>();

    @Override
    public synchronized void enqueue(Job job) {
        waiting.add(job);
    }

    @Override
    public synchronized void enqueueOnce(Job job) {
        if (!waiting.contains(job)) {
            waiting.add(job);
        }
    }

    /** The jobs that wait, oldest first. */
    public synchronized List<Job> waiting() {
        return List.copyOf(waiting);
    }

    /** Does all that wait, and what they enqueue. */
    public void runAll(Consumer<Job> handler) {
        for (Job job = next(); job != null; job = next()) {
            handler.accept(job);
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Job next() {
        return waiting.poll();
    }
}
