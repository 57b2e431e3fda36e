package dev.albumen.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts tries in memory, by a clock that a test may move. */
public final class InMemoryThrottle implements Throttle {

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public InMemoryThrottle(InstantSource clock) {
        this.clock = clock;
    }

    private record Bucket(double free, Instant at) {

        Bucket grown(Limit limit, Instant now) {
            double grown = (double) Duration.between(at, now).toNanos() * limit.tries() / limit.per().toNanos();
            return new Bucket(Math.min(limit.tries(), free + grown), now);
        }
    }

    @Override
    public synchronized Duration take(Limit limit, String key) {
        Bucket now = current(limit, key);
        if (now.free() < 1) {
            return Duration.ofNanos((long) Math.ceil((1 - now.free()) * limit.per().toNanos() / limit.tries()));
        }
        buckets.put(name(limit, key), new Bucket(now.free() - 1, now.at()));
        return Duration.ZERO;
    }

    @Override
    public synchronized void giveBack(Limit limit, String key) {
        Bucket now = current(limit, key);
        buckets.put(name(limit, key), new Bucket(Math.min(limit.tries(), now.free() + 1), now.at()));
    }

    private Bucket current(Limit limit, String key) {
        Instant now = clock.instant();
        return buckets.getOrDefault(name(limit, key), new Bucket(limit.tries(), now)).grown(limit, now);
    }

    private static String name(Limit limit, String key) {
        return limit.name() + " " + key;
    }
}
