package dev.albumen.persistence.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.moving.InMemoryStorageMoves;
import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.persistence.shared.Lookups;
import dev.albumen.persistence.shared.PostgresTest;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurrentRouteTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Map<BlobPlace, BlobStore> BOTH = Map.of(BlobPlace.DISK, new InMemoryBlobStore(), BlobPlace.S3, new InMemoryBlobStore());
    private static final BlobPlaces PLACES = new BlobPlaces(BOTH, BlobPlace.DISK, Optional.empty());
    private static final BlobRoute SETTLING = new BlobRoute(BlobPlace.DISK, Optional.of(BlobPlace.S3), BlobPlace.DISK, false);

    @Test
    void followsTheSettingsWhereNothingWasMoved() {
        assertThat(new CurrentRoute(new InMemoryStorageMoves(), PLACES).get())
                .isEqualTo(new BlobRoute(BlobPlace.DISK, Optional.empty(), BlobPlace.DISK, true));
        assertThat(new CurrentRoute(new InMemoryStorageMoves(), new BlobPlaces(BOTH, BlobPlace.S3, Optional.of(BlobPlace.DISK))).get())
                .isEqualTo(new BlobRoute(BlobPlace.S3, Optional.of(BlobPlace.DISK), BlobPlace.S3, false));
    }

    @Test
    void seesAMoveWithinTheTimeThatMovesWaitFor() {
        InMemoryStorageMoves moves = new InMemoryStorageMoves();
        CurrentRoute route = new CurrentRoute(moves, PLACES);
        route.get();
        moves.begin(StorageMove.begin(new UUID(1, 1), BlobPlace.S3, false, new Manner(null, Duration.ZERO), null, Instant.EPOCH));

        long end = System.nanoTime() + StorageMove.SETTLING.toNanos();
        boolean isLate = System.nanoTime() > end;
        while (!route.get().equals(SETTLING)) {
            // Whoever asked in time may be told late.
            assertThat(isLate).as("told the old route when everybody knows the new one").isFalse();
            LockSupport.parkNanos(10_000_000);
            isLate = System.nanoTime() > end;
        }
    }

    @Test
    void isFoundWhileTransactionsThatWaitForItHoldEveryOtherConnection() {
        CurrentRoute route = new CurrentRoute(POSTGRES.bean(Lookups.class), PLACES);
        int connections = POSTGRES.bean(DatasourceConfiguration.class).getMaximumPoolSize();
        CountDownLatch begun = new CountDownLatch(connections);
        try (ExecutorService callers = Executors.newFixedThreadPool(connections)) {
            List<Future<BlobRoute>> found = new ArrayList<>();
            for (int caller = 0; caller < connections; caller++) {
                found.add(callers.submit(() -> POSTGRES.bean(Transactions.class).write(() -> {
                    POSTGRES.bean(StorageMoves.class).latest();
                    begun.countDown();
                    awaitAll(begun);
                    return route.get();
                })));
            }
            assertThat(found).allSatisfy(one -> assertThat(one.get().first()).isEqualTo(BlobPlace.DISK));
        }
    }

    private static void awaitAll(CountDownLatch begun) {
        try {
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void goesByNothingThatIsTooOld() {
        StorageMoves silent = (StorageMoves) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {StorageMoves.class},
                (proxy, method, arguments) -> {
                    throw new DependencyException("the database does not answer");
                });
        CurrentRoute route = new CurrentRoute(silent, PLACES);

        assertThatExceptionOfType(DependencyException.class).isThrownBy(route::get);
        assertThatExceptionOfType(DependencyException.class).as("each time").isThrownBy(route::get);
    }
}
