package dev.albumen.application.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.RefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets few make something at once, each thing once however many ask for it, and nobody wait for ever: pictures that were
 * uploaded must be made meanwhile too.
 */
final class Turns {

    /** More than a worker may take for a picture. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Semaphore free;
    private final Duration patience;
    private final Map<BlobKey, CompletableFuture<Void>> begun = new ConcurrentHashMap<>();

    Turns() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    /** @param atOnce how many things are made at the same time */
    Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does the work on this thread, or waits for another that does it already and ends as that does.
     *
     * @throws DependencyException where that takes too long
     */
    void once(BlobKey key, Runnable work) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = begun.putIfAbsent(key, mine);
        if (others != null) {
            await(others);
            return;
        }
        try {
            inTurn(work);
            mine.complete(null);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            begun.remove(key, mine);
        }
    }

    private void inTurn(Runnable work) {
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DependencyException("too many renditions are waited for");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            work.run();
        } finally {
            free.release();
        }
    }

    private void await(CompletableFuture<Void> others) {
        try {
            others.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (TimeoutException e) {
            throw new DependencyException("a rendition that another makes takes too long", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RefusedException refused
                    ? refused : new DependencyException("a rendition could not be made", e.getCause());
        }
    }

    private static DependencyException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DependencyException("interrupted while waiting for a rendition", e);
    }
}
