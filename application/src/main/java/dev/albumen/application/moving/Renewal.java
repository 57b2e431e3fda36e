package dev.albumen.application.moving;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that somebody is at work, however long a step of it takes. */
final class Renewal {

    /** Some times before others would take the work over. */
    static final Duration EVERY = ResumeStorageMove.STANDSTILL.dividedBy(8);
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private Renewal() {}

    static void during(Runnable work, Runnable renew) {
        during(work, renew, EVERY);
    }

    static void during(Runnable work, Runnable renew, Duration every) {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("move-renewal").daemon().factory())) {
            timer.scheduleWithFixedDelay(() -> tried(renew), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
            try {
                work.run();
            } finally {
                timer.shutdown();
            }
        }
    }

    /** Whoever lost the work hears so with the next step that is to be kept. */
    private static void tried(Runnable renew) {
        try {
            renew.run();
        } catch (RuntimeException e) {
            LOG.debug("that the storage is being moved could not be told", e);
        }
    }
}
