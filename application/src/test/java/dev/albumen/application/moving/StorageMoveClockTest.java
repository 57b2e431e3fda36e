package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Lease;
import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.State;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** When the steps of a move are taken, and by whom. */
class StorageMoveClockTest extends StorageMoving {

    @Test
    void copiesNothingBeforeEveryNodePutsBlobsInTheNewPlace() {
        fill(disk);
        StorageMove move = begin(BlobPlace.S3);
        StorageMove copying = first(going -> going.phase() == Phase.COPYING);
        runUntil(going -> going.tally().copied() > 0);

        assertThat(copying.phaseAt()).isAfterOrEqualTo(move.phaseAt().plus(StorageMove.SETTLING));
        assertThat(s3.list(BlobKey.ORIGINALS, Optional.empty(), 1000)).isNotEmpty()
                .allSatisfy(copy -> assertThat(copy.modifiedAt()).isAfterOrEqualTo(copying.phaseAt().plus(StorageMove.SETTLING)));
    }

    @Test
    void goesByTheClockThatAllNodesShare() {
        fill(disk);
        StorageMove move = begin(BlobPlace.S3);
        mover = moverBy(off(Duration.ofHours(1)));
        runUntil(going -> going.phase() != Phase.SETTLING, seenInTime());
        assertThat(now().phaseAt()).isBetween(move.phaseAt().plus(StorageMove.SETTLING), clock.instant());
        s3.down(true);
        runUntil(going -> !going.problem().isEmpty(), seenInTime());
        disk.down(true);
        work(seenInTime());
        s3.down(false);
        disk.down(false);

        mover = moverBy(off(Duration.ofHours(-1)));
        runUntil(StorageMove::finished, seenInTime());
        assertThat(now().finishedAt()).isBefore(clock.instant());
    }

    @Test
    void isStartedAndSteeredByTheClockThatAllNodesShare() {
        StartStorageMove early = new StartStorageMove(transactions, moves, places, jobs, ids, audit, off(Duration.ofHours(1)));
        SteerStorageMove steering = new SteerStorageMove(transactions, moves, jobs, audit, off(Duration.ofHours(1)));
        StorageMove begun = early.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, AT_ONCE));
        assertThat(List.of(begun.startedAt(), begun.phaseAt(), begun.updatedAt())).containsOnly(clock.instant());

        clock.pass(Duration.ofSeconds(1));
        assertThat(early.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, AT_ONCE)).updatedAt()).isEqualTo(clock.instant());
        for (SteerStorageMove.Action action : SteerStorageMove.Action.values()) {
            clock.pass(Duration.ofSeconds(1));
            assertThat(steering.handle(CHIEF, new SteerStorageMove.Command(action)).updatedAt()).as(action.name()).isEqualTo(clock.instant());
        }
        assertThat(moves.save(now().in(State.STUCK, moves.now()), List.of(), List.of())).isTrue();
        clock.pass(Duration.ofSeconds(1));
        StorageMove again = steering.handle(CHIEF, new SteerStorageMove.Command(SteerStorageMove.Action.RESUME));
        assertThat(List.of(again.phaseAt(), again.updatedAt())).containsOnly(clock.instant());
    }

    @Test
    void isTakenOverByTheClockThatAllNodesShare() {
        begin(BlobPlace.S3);
        UUID working = new UUID(9, 9);
        assertThat(moves.save(now().by(working, moves.now()), List.of(), List.of())).isTrue();

        mover = moverBy(off(Duration.ofHours(1)));
        work(lease);
        assertThat(now().worker()).isEqualTo(working);
        clock.pass(ResumeStorageMove.STANDSTILL);
        mover = moverBy(off(Duration.ofHours(-1)));
        work(lease);
        assertThat(now().worker()).isNull();
    }

    @Test
    void isTakenOverByNobodyWhileAStepTakesLong() throws Exception {
        put(disk, original(1), "picture 1");
        begin(BlobPlace.S3);
        CountDownLatch putting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        s3.afterPut(key -> {
            putting.countDown();
            awaited(goOn);
        });
        AtomicInteger holds = new AtomicInteger();
        Thread slow = Thread.ofPlatform().start(() -> runUntil(StorageMove::finished, holds::incrementAndGet));
        awaited(putting);
        int before = holds.get();
        StorageMove held = now();
        clock.pass(ResumeStorageMove.STANDSTILL.multipliedBy(2));
        long end = System.nanoTime() + Renewal.EVERY.multipliedBy(4).toNanos();
        while (now().updatedAt().equals(held.updatedAt()) && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        queue.runAll(job -> { });
        new ResumeStorageMove(transactions, moves, jobs).handle(Viewer.WORKER);

        assertThat(queue.waiting()).isEmpty();
        assertThat(holds).as("renewed only while the job is held").hasValueGreaterThan(before);
        work(lease);
        assertThat(now().worker()).isEqualTo(held.worker());
        goOn.countDown();
        slow.join();
        assertThat(now().finished()).isTrue();
    }

    @Test
    void isTakenUpWhereNothingMoves() {
        StorageMove move = begin(BlobPlace.S3);
        queue.runAll(job -> { });
        ResumeStorageMove resume = new ResumeStorageMove(transactions, moves, jobs);

        resume.handle(Viewer.WORKER);
        assertThat(queue.waiting()).isEmpty();
        clock.pass(ResumeStorageMove.STANDSTILL.plusSeconds(1));
        resume.handle(Viewer.WORKER);
        assertThat(queue.waiting()).containsExactly(new Job.MoveStorage(move.id()));
    }

    private InstantSource off(Duration ahead) {
        return () -> clock.instant().plus(ahead);
    }

    /** Whatever a transaction finds was written within the last minute. */
    private Lease seenInTime() {
        return () -> assertThat(now().updatedAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    private static void awaited(CountDownLatch event) {
        try {
            assertThat(event.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
