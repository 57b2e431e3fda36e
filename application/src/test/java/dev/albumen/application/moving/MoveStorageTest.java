package dev.albumen.application.moving;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.ROOT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Lease;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.State;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveStorageTest extends UseCaseTest {

    private static final Viewer.Member CHIEF = new Viewer.Member(ROOT.userId(), Role.SUPERADMIN, ROOT.sessionId());
    private static final Manner AT_ONCE = new Manner(null, Duration.ZERO);
    private static final int CONTENTS = 120;

    @TempDir
    private Path drafts;

    private final FaultyPlace disk = new FaultyPlace(clock);
    private final FaultyPlace s3 = new FaultyPlace(clock);
    private final BlobPlaces places = new BlobPlaces(Map.of(BlobPlace.DISK, disk, BlobPlace.S3, s3), BlobPlace.DISK, Optional.empty());
    private final InMemoryStorageMoves moves = new InMemoryStorageMoves(clock);
    private final InMemoryBlobSums sums = new InMemoryBlobSums();
    private final InMemoryLease lease = new InMemoryLease();
    private final StartStorageMove start = new StartStorageMove(transactions, moves, places, jobs, ids, audit, clock);
    private final SteerStorageMove steer = new SteerStorageMove(transactions, moves, jobs, audit, clock);
    private MoveStorage mover;

    @BeforeEach
    void givenAMover() {
        mover = moverBy(clock);
    }

    private MoveStorage moverBy(InstantSource nodesClock) {
        return new MoveStorage(transactions, moves, new MoveSteps(transactions, moves, places, staging, sums), jobs, ids, nodesClock);
    }

    private static BlobKey original(int number) {
        return BlobKey.original(Sha256.of("picture " + number));
    }

    private static BlobKey rendition(int number) {
        return BlobKey.rendition(Sha256.of("picture " + number), "thumbnail-v1.jpg");
    }

    private void put(BlobStore store, BlobKey key, String bytes) {
        try {
            store.put(key, Files.writeString(Files.createTempFile(drafts, "draft", ""), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(BlobStore store) {
        for (int number = 0; number < CONTENTS; number++) {
            put(store, original(number), "picture " + number);
            put(store, rendition(number), "small " + number);
        }
        put(store, BlobKey.logo(Sha256.of("logo")), "logo");
    }

    /** Every blob with its bytes. */
    private static Map<String, String> manifest(FaultyPlace store) {
        store.trouble(0, 0, 0);
        Map<String, String> all = new TreeMap<>();
        Stream.of(BlobKey.ORIGINALS, BlobKey.RENDITIONS, BlobKey.LOGOS, BlobKey.UPLOADS)
                .flatMap(folder -> store.list(folder, Optional.empty(), 1000).stream())
                .forEach(stat -> all.put(stat.key().value(), text(store, stat.key())));
        return all;
    }

    private static String text(BlobStore store, BlobKey key) {
        try (BlobStore.Content content = store.open(key).orElseThrow()) {
            return new String(content.stream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StorageMove begin(BlobPlace to) {
        return start.handle(CHIEF, new StartStorageMove.Command(to, AT_ONCE));
    }

    private StorageMove steer(SteerStorageMove.Action action) {
        return steer.handle(CHIEF, new SteerStorageMove.Command(action));
    }

    private StorageMove now() {
        return moves.latest().orElseThrow();
    }

    /** As the jobs do it. The time passes with each transaction, so that no slice lasts. */
    private void runUntil(Predicate<StorageMove> there) {
        runUntil(there, lease);
    }

    private void runUntil(Predicate<StorageMove> there, Lease of) {
        for (int tries = 0; !there.test(now()); tries++) {
            assertThat(tries).as("slices until " + now()).isLessThan(300);
            work(of);
            clock.pass(Duration.ofSeconds(30));
        }
    }

    private void work(Lease of) {
        mover.handle(Viewer.WORKER, new MoveStorage.Command(now().id(), () -> {
            of.hold();
            clock.pass(Duration.ofSeconds(2));
        }));
    }

    /** The first like that of all steps, however many are taken in one slice. Half a second passes with each. */
    private StorageMove first(Predicate<StorageMove> like) {
        List<StorageMove> steps = new ArrayList<>();
        while (steps.stream().noneMatch(like)) {
            assertThat(steps).hasSizeLessThan(300);
            mover.handle(Viewer.WORKER, new MoveStorage.Command(now().id(), () -> {
                steps.add(now());
                clock.pass(Duration.ofMillis(500));
            }));
        }
        return steps.stream().filter(like).findFirst().orElseThrow();
    }

    private void run() {
        runUntil(StorageMove::finished);
    }

    @Test
    void movesEveryBlobAndLeavesNothingBehind() {
        fill(disk);
        Map<String, String> all = manifest(disk);

        begin(BlobPlace.S3);
        run();

        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
        assertThat(now().tally()).isEqualTo(new StorageMove.Tally(all.size(), all.values().stream().mapToInt(String::length).sum(), all.size(), 0));
        assertThat(moves.count(now().id())).isEmpty();
        begin(BlobPlace.DISK);
        run();
        assertThat(manifest(disk)).isEqualTo(all);
        assertThat(manifest(s3)).isEmpty();
    }

    @Test
    void trustsNothingButHashes() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        disk.trouble(3, 0, 1);
        s3.trouble(3, 10, 1);

        begin(BlobPlace.S3);
        runUntil(move -> move.finished() || move.state() == State.STUCK);
        while (now().state() == State.STUCK) {
            steer(SteerStorageMove.Action.RESUME);
            runUntil(move -> move.finished() || move.state() == State.STUCK);
        }

        assertThat(now().tally().retried()).isPositive();
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

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
    void takesTheGoodOneOfTwo() {
        put(disk, original(1), "PICTURE 1");
        put(s3, original(1), "picture 1");
        begin(BlobPlace.S3);
        run();

        assertThat(text(s3, original(1))).isEqualTo("picture 1");
        assertThat(manifest(disk)).isEmpty();
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

    @Test
    void goesOnWhereverATryDied() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        begin(BlobPlace.S3);
        int deaths = 0;
        while (!now().finished()) {
            int[] held = {0};
            int last = 2 + deaths % 7;
            try {
                work(() -> {
                    if (++held[0] > last) {
                        throw new LeaseLostException();
                    }
                });
            } catch (LeaseLostException dead) {
                deaths++;
            }
            clock.pass(Duration.ofSeconds(30));
            assertThat(deaths).isLessThan(300);
        }

        assertThat(deaths).isGreaterThan(3);
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

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
    void copiesWhatCameToTheOldPlaceLate() {
        fill(disk);
        begin(BlobPlace.S3);
        runUntil(move -> move.phase() == Phase.DELETING);
        put(disk, original(500), "picture 500");
        put(disk, rendition(500), "small 500");
        clock.pass(Duration.ofSeconds(1));
        run();

        assertThat(text(s3, original(500))).isEqualTo("picture 500");
        assertThat(text(s3, rendition(500))).isEqualTo("small 500");
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void keepsWhatWasPutOnceTheNewPlaceWasReadFirst() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        start.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, new Manner(null, Duration.ofHours(1))));
        runUntil(move -> move.phase() == Phase.KEEPING);
        put(s3, rendition(5), "made anew, and longer");
        put(disk, original(9), "PICTURE 9");
        put(disk, original(10), "not at all the picture");
        put(disk, rendition(6), "late");
        put(disk, original(500), "picture 500");
        run();

        all.put(rendition(5).value(), "made anew, and longer");
        all.put(original(500).value(), "picture 500");
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void deletesOnlyWhatIsInBothPlacesAsItWasCopied() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        start.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, new Manner(null, Duration.ofHours(1))));
        runUntil(move -> move.phase() == Phase.KEEPING);
        s3.delete(original(3));
        s3.delete(rendition(4));
        put(s3, original(9), "PICTURE 9");
        put(disk, original(9), "picture 9");
        run();

        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void keepsWhatWasPutWhereBlobsAreReadFirstAlready() {
        put(disk, rendition(5), "as it was");
        put(disk, rendition(6), "small 6");
        put(s3, rendition(5), "made anew");
        BlobPlaces lazy = new BlobPlaces(places.stores(), BlobPlace.S3, Optional.of(BlobPlace.DISK));
        new StartStorageMove(transactions, moves, lazy, jobs, ids, audit, clock)
                .handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, AT_ONCE));
        assertThat(now().route(lazy)).isEqualTo(lazy.route());
        run();

        assertThat(text(s3, rendition(5))).isEqualTo("made anew");
        assertThat(text(s3, rendition(6))).isEqualTo("small 6");
        assertThat(manifest(disk)).isEmpty();
    }

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
    void waitsForUploadsOnTheirWay() {
        BlobKey part = BlobKey.uploadPart(new UploadId(new UUID(1, 2)), new UUID(3, 4));
        put(disk, part, "half a picture");
        begin(BlobPlace.S3);
        runUntil(move -> move.phase() == Phase.CHECKING && !move.problem().isEmpty());

        assertThat(disk.stat(part)).isPresent();
        disk.delete(part);
        run();
    }

    @Test
    void forgetsTheSumOfARenditionThatIsAnotherByNow() {
        put(disk, rendition(1), "small 1");
        put(disk, rendition(2), "small 2");
        sums.keep(rendition(1), new BlobSum(99, 1));
        begin(BlobPlace.S3);
        run();

        assertThat(sums.of(List.of(Sha256.of("picture 1")))).isEmpty();
    }

    @Test
    void forgetsTheSumOfARenditionThatWasPutMeanwhile() {
        put(disk, rendition(1), "small 1");
        s3.afterPut(key -> {
            disk.delete(rendition(1));
            sums.keep(rendition(1), new BlobSum(99, 1));
        });
        begin(BlobPlace.S3);
        run();

        assertThat(sums.of(List.of(Sha256.of("picture 1")))).isEmpty();
    }

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

    private InstantSource off(Duration ahead) {
        return () -> clock.instant().plus(ahead);
    }

    /** Whatever a transaction finds was written within the last minute. */
    private Lease seenInTime() {
        return () -> assertThat(now().updatedAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
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

    private static void awaited(CountDownLatch event) {
        try {
            assertThat(event.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void copiesNoMoreAtOnceAgainThanTheFirstTime() {
        List<BlobMove> blobs = Stream.of(1, 2, 3).map(number -> BlobMove.begin(original(number), SourceListing.MOST_BYTES / 2)).toList();

        assertThat(SourceListing.upToMostBytes(blobs, BlobMove::byteSize)).hasSize(2);
        assertThat(SourceListing.upToMostBytes(List.of(BlobMove.begin(original(1), SourceListing.MOST_BYTES * 9)), BlobMove::byteSize)).hasSize(1);
    }

    @Test
    void isReadInAMannerThatIsAllowedWhateverARowSays() {
        assertThat(Manner.stored(20_000, 3_600_000)).isEqualTo(new Manner(Manner.MOST_MIB, Manner.LONGEST));
        assertThat(Manner.stored(null, -1)).isEqualTo(AT_ONCE);
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
