package dev.albumen.aws.storage;

import dev.albumen.application.shared.DependencyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who reads blobs at the moment. Each holds a connection for as long as its client takes to read, so there are fewer of them
 * than connections: slow clients keep each other waiting, and nothing else.
 */
final class S3Readers {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Semaphore free;

    S3Readers(int most) {
        this.free = new Semaphore(most);
    }

    /** @throws DependencyException where there are too many */
    void enter() {
        try {
            if (!free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DependencyException("more blobs are being read than can be at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException("a blob was not waited for", e);
        }
    }

    void leave() {
        free.release();
    }
}
