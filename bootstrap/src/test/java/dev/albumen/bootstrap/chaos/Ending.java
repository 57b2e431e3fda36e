package dev.albumen.bootstrap.chaos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A moment that is to come, and pauses that end with it. */
final class Ending {

    private static final Duration LOOK = Duration.ofMillis(5);

    private final CountDownLatch latch = new CountDownLatch(1);

    void come() {
        latch.countDown();
    }

    boolean hasCome() {
        return latch.getCount() == 0;
    }

    void await() {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until it is so, for so long at most, or until the ending; says whether there is time left. */
    boolean pauseUntil(BooleanSupplier so, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!hasCome() && !so.getAsBoolean() && System.nanoTime() < end) {
            pause(LOOK);
        }
        return !hasCome();
    }

    /** Waits so long, or until the ending; says whether there is time left. */
    boolean pause(Duration time) {
        try {
            return !latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
