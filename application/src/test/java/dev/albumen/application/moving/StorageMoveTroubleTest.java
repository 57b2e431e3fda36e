package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.State;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blobs that cannot be copied, and storages that do not answer. */
class StorageMoveTroubleTest extends StorageMoving {

    @Test
    void takesNothingAndReadsTheOldPlaceWhileAnyBlobCannotBeCopied() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        disk.rot(original(7));
        s3.spoil(original(8));

        begin(BlobPlace.S3);
        runUntil(move -> move.state() == State.STUCK);

        assertThat(now().phase()).isEqualTo(Phase.COPYING);
        assertThat(now().route(places).first()).isEqualTo(BlobPlace.DISK);
        assertThat(moves.in(now().id(), BlobMove.State.FAILED, 9)).extracting(BlobMove::key, BlobMove::problem).containsExactlyInAnyOrder(
                tuple(original(7), "the old place gives other bytes than it should"),
                tuple(original(8), "the new place gives other bytes than it was given"));
        disk.heal();
        s3.heal();
        assertThat(manifest(disk)).isEqualTo(all);
        steer(SteerStorageMove.Action.RESUME);
        assertThat(moves.count(now().id())).isEqualTo(Map.of(BlobMove.State.COPYING, 2L, BlobMove.State.KEPT, all.size() - 2L));
        run();
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
        assertThat(now().tally().copied()).isEqualTo(all.size());
    }

    @Test
    void waitsForAStorageThatDoesNotAnswerAndBlamesNoBlob() {
        fill(disk);
        begin(BlobPlace.S3);
        runUntil(move -> move.phase() == Phase.COPYING);
        s3.down(true);
        for (int slice = 0; slice < 3; slice++) {
            work(lease);
            clock.pass(Duration.ofSeconds(30));
        }

        assertThat(now().state()).isEqualTo(State.RUNNING);
        assertThat(now().problem()).isEqualTo("503");
        assertThat(now().tally().retried()).isZero();
        s3.down(false);
        run();
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void waitsForAPlaceThatTakesNothingOrGivesNothing() {
        for (Runnable trouble : List.<Runnable>of(s3::fill, s3::hide, disk::hide)) {
            fill(disk);
            begin(BlobPlace.S3);
            runUntil(move -> move.phase() == Phase.COPYING);
            trouble.run();
            for (int slice = 0; slice < 12; slice++) {
                work(lease);
                clock.pass(Duration.ofSeconds(30));
            }

            assertThat(now().state()).isEqualTo(State.RUNNING);
            assertThat(now().phase()).isEqualTo(Phase.COPYING);
            assertThat(now().problem()).isNotEmpty();
            assertThat(now().tally().retried()).isZero();
            s3.heal();
            disk.heal();
            run();
            begin(BlobPlace.DISK);
            run();
        }
    }

    @Test
    void blamesABlobOnlyAfterAWhileWhereOthersComeThrough() {
        fill(disk);
        disk.refuse(original(7));
        begin(BlobPlace.S3);
        runUntil(move -> move.place().equals(StorageMove.END));
        disk.delete(BlobKey.logo(Sha256.of("logo")));
        ResumeStorageMove resume = new ResumeStorageMove(transactions, moves, jobs);
        while (now().state() != State.STUCK) {
            if (!queue.waiting().isEmpty()) {
                queue.runAll(job -> { });
                mover.handle(Viewer.WORKER, new MoveStorage.Command(now().id(), () -> clock.pass(Duration.ofSeconds(1))));
            }
            clock.pass(Duration.ofSeconds(1));
            resume.handle(Viewer.WORKER);
            assertThat(disk.refusedReads().size()).isLessThan(9);
        }

        assertThat(moves.in(now().id(), BlobMove.State.FAILED, 9)).extracting(BlobMove::key).containsExactly(original(7));
        assertThat(disk.refusedReads()).hasSize(CopyBlobs.MOST_TRIES);
        assertThat(Duration.between(disk.refusedReads().getFirst(), disk.refusedReads().getLast())).isGreaterThan(Duration.ofMinutes(1));
    }
}
