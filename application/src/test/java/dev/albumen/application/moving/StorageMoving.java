package dev.albumen.application.moving;

import static dev.albumen.domain.shared.People.ROOT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.job.Lease;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Sha256;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two storages between which blobs move, and a worker that does it. */
abstract class StorageMoving extends UseCaseTest {

    protected static final Viewer.Member CHIEF = new Viewer.Member(ROOT.userId(), Role.SUPERADMIN, ROOT.sessionId());
    protected static final Manner AT_ONCE = new Manner(null, Duration.ZERO);
    private static final int CONTENTS = 120;

    @TempDir
    private Path drafts;

    protected final FaultyPlace disk = new FaultyPlace(clock);
    protected final FaultyPlace s3 = new FaultyPlace(clock);
    protected final BlobPlaces places = new BlobPlaces(Map.of(BlobPlace.DISK, disk, BlobPlace.S3, s3), BlobPlace.DISK, Optional.empty());
    protected final InMemoryStorageMoves moves = new InMemoryStorageMoves(clock);
    protected final InMemoryBlobSums sums = new InMemoryBlobSums();
    protected final InMemoryLease lease = new InMemoryLease();
    protected final StartStorageMove start = new StartStorageMove(transactions, moves, places, jobs, ids, audit, clock);
    protected final SteerStorageMove steer = new SteerStorageMove(transactions, moves, jobs, audit, clock);
    protected MoveStorage mover;

    @BeforeEach
    void givenAMover() {
        mover = moverBy(clock);
    }

    protected MoveStorage moverBy(InstantSource nodesClock) {
        return new MoveStorage(transactions, moves, new MoveSteps(transactions, moves, places, staging, sums), jobs, ids, nodesClock);
    }

    protected static BlobKey original(int number) {
        return BlobKey.original(Sha256.of("picture " + number));
    }

    protected static BlobKey rendition(int number) {
        return BlobKey.rendition(Sha256.of("picture " + number), "thumbnail-v1.jpg");
    }

    protected void put(BlobStore store, BlobKey key, String bytes) {
        try {
            store.put(key, Files.writeString(Files.createTempFile(drafts, "draft", ""), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected void fill(BlobStore store) {
        for (int number = 0; number < CONTENTS; number++) {
            put(store, original(number), "picture " + number);
            put(store, rendition(number), "small " + number);
        }
        put(store, BlobKey.logo(Sha256.of("logo")), "logo");
    }

    /** Every blob with its bytes. */
    protected static Map<String, String> manifest(FaultyPlace store) {
        store.trouble(0, 0, 0);
        Map<String, String> all = new TreeMap<>();
        Stream.of(BlobKey.ORIGINALS, BlobKey.RENDITIONS, BlobKey.LOGOS, BlobKey.UPLOADS)
                .flatMap(folder -> store.list(folder, Optional.empty(), 1000).stream())
                .forEach(stat -> all.put(stat.key().value(), text(store, stat.key())));
        return all;
    }

    protected static String text(BlobStore store, BlobKey key) {
        try (BlobStore.Content content = store.open(key).orElseThrow()) {
            return new String(content.stream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected StorageMove begin(BlobPlace to) {
        return start.handle(CHIEF, new StartStorageMove.Command(to, AT_ONCE));
    }

    protected StorageMove steer(SteerStorageMove.Action action) {
        return steer.handle(CHIEF, new SteerStorageMove.Command(action));
    }

    protected StorageMove now() {
        return moves.latest().orElseThrow();
    }

    /** As the jobs do it. The time passes with each transaction, so that no slice lasts. */
    protected void runUntil(Predicate<StorageMove> there) {
        runUntil(there, lease);
    }

    protected void runUntil(Predicate<StorageMove> there, Lease of) {
        for (int tries = 0; !there.test(now()); tries++) {
            assertThat(tries).as("slices until " + now()).isLessThan(300);
            work(of);
            clock.pass(Duration.ofSeconds(30));
        }
    }

    protected void work(Lease of) {
        mover.handle(Viewer.WORKER, new MoveStorage.Command(now().id(), () -> {
            of.hold();
            clock.pass(Duration.ofSeconds(2));
        }));
    }

    /** The first like that of all steps, however many are taken in one slice. Half a second passes with each. */
    protected StorageMove first(Predicate<StorageMove> like) {
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

    protected void run() {
        runUntil(StorageMove::finished);
    }
}
