package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The part of the heap that pictures in work share, so that large ones wait for each other instead of filling it. */
final class PixelMemory {

    private static final int MEBIBYTE = 1 << 20;
    private static final int TOTAL = (int) Math.min(1024, Runtime.getRuntime().maxMemory() / MEBIBYTE * 6 / 10);
    private static final Semaphore FREE = new Semaphore(TOTAL, true);

    private PixelMemory() {}

    /** As much as one picture may take. */
    static long maxBytes() {
        return (long) TOTAL * MEBIBYTE;
    }

    /** Some of it, until closed. */
    static final class Share implements AutoCloseable {

        private int taken;

        /**
         * Waits until there is so much.
         *
         * @throws DependencyException where that does not come in time
         */
        void take(long bytes, Deadline deadline) {
            int wanted = (int) Math.min(TOTAL, Math.ceilDiv(bytes, MEBIBYTE));
            try {
                if (!FREE.tryAcquire(wanted, deadline.limit().toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new DependencyException("no memory came free for a picture in " + deadline.limit().toSeconds() + " s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DependencyException("interrupted while waiting for memory", e);
            }
            taken += wanted;
        }

        @Override
        public void close() {
            FREE.release(taken);
        }
    }
}
