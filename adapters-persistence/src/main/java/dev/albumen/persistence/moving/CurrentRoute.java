package dev.albumen.persistence.moving;

import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.persistence.shared.Lookups;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which way blobs go at present. It asks the database at most twice a second, beside whoever wants to know, and never goes
 * by anything older than {@link StorageMove#SEEN_WITHIN}: every phase of a move that matters to readers lasts longer.
 */
@Singleton
public final class CurrentRoute implements Supplier<BlobRoute> {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentRoute.class);
    private static final long FRESH = Duration.ofMillis(500).toNanos();
    private static final long TRUSTED = StorageMove.SEEN_WITHIN.toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StorageMoves moves;
    private final BlobPlaces places;
    private final AtomicReference<CompletableFuture<Seen>> looking = new AtomicReference<>();
    private volatile Seen seen;

    @Inject
    public CurrentRoute(Lookups lookups, BlobPlaces places) {
        this(new PostgresStorageMoves(lookups.connected("route", 1)), places);
    }

    CurrentRoute(StorageMoves moves, BlobPlaces places) {
        this.moves = moves;
        this.places = places;
        this.seen = new Seen(places.route(), System.nanoTime() - TRUSTED - 1);
    }

    /** @param at when it was asked for, by {@link System#nanoTime} */
    private record Seen(BlobRoute route, long at) {}

    /** @throws DependencyException where the database has not told for too long */
    @Override
    public BlobRoute get() {
        Seen last = seen;
        long age = System.nanoTime() - last.at();
        if (age < FRESH) {
            return last.route();
        }
        CompletableFuture<Seen> look = look();
        return age < TRUSTED ? last.route() : awaited(look).route();
    }

    /**
     * On a thread of its own, since the caller's transaction may see the past; and on a connection of its own, since those
     * who wait for this may hold all others.
     */
    private CompletableFuture<Seen> look() {
        CompletableFuture<Seen> mine = new CompletableFuture<>();
        CompletableFuture<Seen> going = looking.compareAndExchange(null, mine);
        if (going != null) {
            return going;
        }
        Thread.ofVirtual().name("route").start(() -> {
            try {
                long at = System.nanoTime();
                Seen now = new Seen(moves.latest().map(move -> move.route(places)).orElseGet(places::route), at);
                tell(now.route());
                seen = now;
                looking.set(null);
                mine.complete(now);
            } catch (RuntimeException e) {
                looking.set(null);
                mine.completeExceptionally(e);
            }
        });
        return mine;
    }

    private void tell(BlobRoute route) {
        if (!route.equals(seen.route())) {
            LOG.info("blobs are read from {}{} and written to {}", route.first().word(),
                    route.second().map(second -> ", then " + second.word()).orElse(""), route.writes().word());
        }
    }

    private static Seen awaited(CompletableFuture<Seen> look) {
        try {
            return look.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException("interrupted while asking where blobs are", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DependencyException("where blobs are could not be asked", e);
        }
    }
}
