package dev.albumen.application.job;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** Keeps jobs until a test runs them. */
public final class InMemoryJobs implements Jobs {

    private final Queue<Job> waiting = new ArrayDeque<>();
    private final Map<Job, String> dead = new LinkedHashMap<>();

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

    @Override
    public synchronized void bury(Job job, int tries, String cause, Instant failedAt) {
        dead.put(job, cause);
    }

    /** Why those were given up that lie among the dead. */
    public synchronized Map<Job, String> dead() {
        return Map.copyOf(dead);
    }

    /** Takes all from among the dead. */
    public synchronized List<Job> reviveAll() {
        List<Job> all = List.copyOf(dead.keySet());
        dead.clear();
        return all;
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
