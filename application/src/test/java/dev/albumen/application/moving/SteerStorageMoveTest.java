package dev.albumen.application.moving;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What superadmins may have a move do. */
class SteerStorageMoveTest extends StorageMoving {

    @Test
    void restsWhilePaused() {
        fill(disk);
        begin(BlobPlace.S3);
        runUntil(move -> move.phase() == Phase.COPYING);
        steer(SteerStorageMove.Action.PAUSE);
        StorageMove paused = now();
        work(lease);

        assertThat(now()).isEqualTo(paused);
        assertThat(steer.handle(CHIEF, new SteerStorageMove.Command(SteerStorageMove.Action.PAUSE))).isEqualTo(paused);
        steer(SteerStorageMove.Action.RESUME);
        run();
        assertThat(manifest(disk)).isEmpty();
        assertThat(trail.actions()).contains("storage.move", "storage.move.pause", "storage.move.resume");
    }

    @Test
    void isReadInAMannerThatIsAllowedWhateverARowSays() {
        assertThat(Manner.stored(20_000, 3_600_000)).isEqualTo(new Manner(Manner.MOST_MIB, Manner.LONGEST));
        assertThat(Manner.stored(null, -1)).isEqualTo(AT_ONCE);
    }

    @Test
    void isOneAtATimeAndBetweenPlacesThatAreKnown() {
        StorageMove move = begin(BlobPlace.S3);

        StorageMove slower = start.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, new Manner(3, Duration.ZERO)));
        assertThat(slower.id()).isEqualTo(move.id());
        assertThat(slower.manner().rateMib()).isEqualTo(3);
        assertRefused("storage-move-running", () -> begin(BlobPlace.DISK));
        BlobPlaces one = new BlobPlaces(Map.of(BlobPlace.DISK, disk), BlobPlace.DISK, Optional.empty());
        assertRefused("storage-not-configured", () -> new StartStorageMove(transactions, moves, one, jobs, ids, audit, clock)
                .handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, AT_ONCE)));
        run();
        assertRefused("no-storage-move", () -> steer.handle(CHIEF, new SteerStorageMove.Command(SteerStorageMove.Action.REVERSE)));
    }

    @Test
    void isForSuperadminsAlone() {
        assertForbidden(() -> start.handle(ROOT, new StartStorageMove.Command(BlobPlace.S3, AT_ONCE)));
        assertForbidden(() -> steer.handle(ADA, new SteerStorageMove.Command(SteerStorageMove.Action.PAUSE)));
        assertForbidden(() -> new ReadStorageMove(transactions, moves).handle(ADA));
        assertForbidden(() -> mover.handle(ROOT, new MoveStorage.Command(ids.next(), lease)));
        assertForbidden(() -> new ResumeStorageMove(transactions, moves, jobs).handle(ADA));
    }
}
