package dev.albumen.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.DependencyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every way to tell nodes of jobs must do. */
public abstract class WakeUpsContract {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Those of a node, made anew where they can be. */
    protected abstract WakeUps wakeUps();

    /** Those of another node of the same instance. */
    protected abstract WakeUps ofAnotherNode();

    /** Counts what it is told. */
    protected static final class Ear implements WakeUps.Listener {

        private final Semaphore heard = new Semaphore(0);

        public Ear() {}

        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public void told() {
            heard.release();
        }

        /** Waits until it is told once more than it was found to be. */
        public boolean hears(Duration patience) {
            try {
                return heard.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Hints may be lost, above all before somebody listens, or fail, so they are repeated until one is heard. */
    protected static void assertHears(Ear ear, WakeUps teller) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String failure = "none";
        do {
            assertThat(System.nanoTime()).as("told in time; the last failure: %s", failure).isLessThan(end);
            try {
                teller.tell();
            } catch (DependencyException e) {
                failure = e.toString();
            }
        } while (!ear.hears(Duration.ofMillis(500)));
    }

    @Test
    void tellsWhoListensOnTheSameNode() {
        WakeUps node = wakeUps();
        Ear ear = new Ear();
        try (WakeUps.Listening listening = node.listen(ear)) {
            assertHears(ear, node);
        }
    }

    @Test
    void tellsAnotherNode() {
        Ear ear = new Ear();
        WakeUps teller = wakeUps();
        try (WakeUps.Listening listening = ofAnotherNode().listen(ear)) {
            assertHears(ear, teller);
        }
    }

    @Test
    void tellsNobodyWhoHasStoppedListening() {
        WakeUps node = wakeUps();
        Ear gone = new Ear();
        Ear stays = new Ear();
        WakeUps.Listening ending = node.listen(gone);
        assertHears(gone, node);
        ending.close();
        try (WakeUps.Listening listening = node.listen(stays)) {
            // What was being told at the close has been told by now.
            assertHears(stays, node);
            gone.heard.drainPermits();
            stays.heard.drainPermits();
            assertHears(stays, node);

            assertThat(gone.heard.availablePermits()).isZero();
        }
    }
}
