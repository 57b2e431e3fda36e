package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.State;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A move that goes back. */
class ReverseStorageMoveTest extends StorageMoving {

    @Test
    void goesBackFromEveryPhase() {
        for (Phase phase : Phase.values()) {
            fill(disk);
            Map<String, String> all = manifest(disk);
            begin(BlobPlace.S3);
            runUntil(move -> move.phase() == phase || move.finished());
            if (now().finished()) {
                begin(BlobPlace.DISK);
            } else {
                steer(SteerStorageMove.Action.REVERSE);
            }
            run();

            assertThat(now().to()).as(phase.name()).isEqualTo(BlobPlace.DISK);
            assertThat(manifest(disk)).as(phase.name()).isEqualTo(all);
            assertThat(manifest(s3)).as(phase.name()).isEmpty();
        }
    }

    @Test
    void turnsOnceEveryNodeKnowsOfTheMove() {
        fill(disk);
        StorageMove move = begin(BlobPlace.S3);
        steer(SteerStorageMove.Action.REVERSE);
        StorageMove turned = first(going -> going.from() == BlobPlace.S3);

        assertThat(turned.phase()).isEqualTo(Phase.SETTLING);
        assertThat(turned.phaseAt()).isAfterOrEqualTo(move.phaseAt().plus(StorageMove.SETTLING));
        run();
    }

    @Test
    void turnsBackFromWhatFailed() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        s3.spoil(original(8));
        begin(BlobPlace.S3);
        runUntil(move -> move.state() == State.STUCK);
        steer(SteerStorageMove.Action.REVERSE);
        runUntil(move -> move.from() == BlobPlace.S3);

        assertThat(now().route(places)).as("nothing changes for readers").isEqualTo(
                new BlobRoute(BlobPlace.DISK, Optional.of(BlobPlace.S3), BlobPlace.DISK, false));
        s3.hide();
        for (int slice = 0; slice < 5; slice++) {
            work(lease);
            clock.pass(Duration.ofSeconds(30));
            assertThat(now().route(places).first()).isEqualTo(BlobPlace.DISK);
        }
        run();
        s3.heal();
        assertThat(manifest(disk)).isEqualTo(all);
        assertThat(manifest(s3)).isEmpty();
    }

    @Test
    void showsNobodyCopiesInDoubt() {
        fill(disk);
        StorageMove move = begin(BlobPlace.S3);
        runUntil(going -> going.phase() == Phase.COPYING);
        BlobMove doubtful = BlobMove.begin(original(3), 9);
        transactions.writing(() -> moves.announce(now(), List.of(doubtful)));
        put(s3, original(3), "PICTURE 3");
        steer(SteerStorageMove.Action.REVERSE);

        runUntil(going -> going.from() == BlobPlace.S3);

        assertThat(now().id()).isEqualTo(move.id());
        assertThat(now().route(places).first()).isEqualTo(BlobPlace.DISK);
        run();
        assertThat(text(disk, original(3))).isEqualTo("picture 3");
        assertThat(manifest(s3)).isEmpty();
    }

    @Test
    void takesNoGoodCopyForDoubtfulWhenItTurns() {
        fill(disk);
        begin(BlobPlace.S3);
        runUntil(going -> going.phase() == Phase.COPYING);
        transactions.writing(() -> moves.announce(now(), List.of(BlobMove.begin(original(3), 9))));
        put(s3, original(3), "picture 3");
        put(disk, original(3), "PICTURE 3");
        steer(SteerStorageMove.Action.REVERSE);
        run();

        assertThat(text(disk, original(3))).isEqualTo("picture 3");
        assertThat(manifest(s3)).isEmpty();
    }
}
