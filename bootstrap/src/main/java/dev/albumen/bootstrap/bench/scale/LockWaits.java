package dev.albumen.bootstrap.bench.scale;

import dev.albumen.persistence.shared.MeasuredDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again how many sessions wait for a lock that another one holds. */
final class LockWaits {

    private static final Duration EVERY = Duration.ofMillis(100);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger most = new AtomicInteger();
    private final Thread watching;

    private LockWaits(Fleet fleet) {
        watching = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                most.accumulateAndGet(fleet.ask(MeasuredDatabase::waitingForLocks).intValue(), Math::max);
                LockSupport.parkNanos(EVERY.toNanos());
            }
        });
    }

    static LockWaits watch(Fleet fleet) {
        return new LockWaits(fleet);
    }

    /** Ends it, and tells the most that waited at once. */
    int most() {
        over.set(true);
        try {
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return most.get();
    }
}
