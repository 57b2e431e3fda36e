package dev.albumen.persistence.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.moving.InMemoryStorageMoves;
import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CurrentRouteTest {

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
        moves.begin(StorageMove.begin(new UUID(1, 1), BlobPlace.S3, new Manner(null, Duration.ZERO), null, Instant.EPOCH));

        long end = System.nanoTime() + StorageMove.SETTLING.toNanos();
        while (!route.get().equals(SETTLING)) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
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
