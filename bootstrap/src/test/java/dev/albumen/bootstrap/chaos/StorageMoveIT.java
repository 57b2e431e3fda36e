package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.aws.storage.LocalS3;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.persistence.moving.MoveBeside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every blob goes to S3 and comes back while it is read, put and deleted, and while S3 has troubles. {@code ALBUMEN_TEST_MOVED_BLOBS}
 * says how many, and {@code ALBUMEN_TEST_MOVE_KILLS=true} adds a second node that is killed again and again.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StorageMoveIT {

    private static final int BLOBS = Integer.parseInt(System.getenv().getOrDefault("ALBUMEN_TEST_MOVED_BLOBS", "300"));
    private static final boolean KILLS = Boolean.parseBoolean(System.getenv("ALBUMEN_TEST_MOVE_KILLS"));
    private static final Duration PATIENCE = Duration.ofMinutes(KILLS ? 20 : 3);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
    /** The client tries three times within less than that, so no request meets trouble each time. */
    private static final long BETWEEN_TROUBLES = Duration.ofSeconds(2).toNanos();
    /** Whoever waits for that moment may be late for it by this. The move takes it once more after it turned. */
    private static final Duration KEPT_WHERE_IT_TURNS = Duration.ofSeconds(10);
    private static final int READERS = 3;
    /** Copies whose reading back is altered on its way, once each. */
    private static final int ALTERED = 20;

    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong troubles = new AtomicLong();
    private final AtomicLong lastTrouble = new AtomicLong(System.nanoTime());
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<BlobKey> keys = new ArrayList<>();
    private final Set<String> toAlter = ConcurrentHashMap.newKeySet();
    private volatile boolean troubled;
    private volatile boolean over;
    private Path drafts;
    private Path home;
    private LocalS3 s3;
    private FaultProxy proxy;
    private Map<String, String> settings;
    private InProcess service;
    private BlobStore blobs;
    private BlobPlaces places;
    private Client admin;
    private Client ada;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path files) throws Exception {
        drafts = files;
        home = folder;
        s3 = LocalS3.start();
        S3Settings bucket = s3.newBucket();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), s3.endpoint().getPort());
        proxy = new FaultProxy(() -> Optional.of(address), this::draw);
        settings = Map.of("ALBUMEN_STORAGE", "disk", "ALBUMEN_S3_BUCKET", bucket.bucket(),
                "ALBUMEN_S3_ENDPOINT", "http://127.0.0.1:" + proxy.port(), "ALBUMEN_S3_PATH_STYLE", "true",
                "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID, "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY);
        service = InProcess.start(folder, settings);
        blobs = service.context().getBean(BlobStore.class);
        places = service.context().getBean(BlobPlaces.class);
        Client anyone = Client.of(service.address());
        admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        ada = anyone.register("ada");
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
        proxy.close();
        s3.close();
    }

    private Trouble draw(String head) {
        if (head.startsWith("GET ") && toAlter.removeIf(key -> head.substring(0, head.indexOf("\r\n")).contains(key))) {
            return Trouble.ALTER;
        }
        long now = System.nanoTime();
        long last = lastTrouble.get();
        if (!troubled || now - last < BETWEEN_TROUBLES || !lastTrouble.compareAndSet(last, now)) {
            return Trouble.NONE;
        }
        return Trouble.LOUD.get((int) (troubles.getAndIncrement() % Trouble.LOUD.size()));
    }

    private void put(BlobStore to, BlobKey key, String text) throws IOException {
        Path draft = Files.writeString(Files.createTempFile(drafts, "draft", ""), text);
        to.put(key, draft);
        Files.deleteIfExists(draft);
    }

    private static Sha256 hash(BlobStore store, BlobKey key) throws IOException {
        try (BlobStore.Content content = store.open(key).orElseThrow(() -> new IOException("not there: " + key))) {
            return Sha256.of(content.stream().readAllBytes());
        }
    }

    /** Every blob that is to be moved, with its hash. */
    private Map<String, String> manifest(BlobPlace place) throws IOException {
        BlobStore store = places.at(place);
        Map<String, String> all = new TreeMap<>();
        for (String folder : List.of(BlobKey.ORIGINALS, BlobKey.RENDITIONS, BlobKey.LOGOS)) {
            Optional<BlobKey> after = Optional.empty();
            List<BlobStore.Stat> page = store.list(folder, after, 1000);
            while (!page.isEmpty()) {
                for (BlobStore.Stat blob : page) {
                    all.put(blob.key().value(), hash(store, blob.key()).hex());
                }
                page = store.list(folder, Optional.of(page.getLast().key()), 1000);
            }
        }
        return all;
    }

    /** Reads what never goes, and asks the service for pictures. */
    private void read(String image) {
        while (!over) {
            BlobKey key = keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
            try {
                if (key.value().startsWith(BlobKey.ORIGINALS) && !hash(blobs, key).equals(key.content().orElseThrow())) {
                    failures.add("wrong bytes: " + key);
                }
                if (blobs.stat(key).isEmpty() || blobs.open(key, 0, 3).map(this::closed).isEmpty()) {
                    failures.add("not there: " + key);
                }
                int status = ada.get("images/" + image + "/original").status();
                if (status != 200) {
                    failures.add("original: " + status);
                }
                reads.addAndGet(4);
            } catch (IOException | RuntimeException e) {
                failures.add(key + ": " + e);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private BlobStore.Content closed(BlobStore.Content content) {
        content.close();
        return content;
    }

    private JsonNode migration() {
        return admin.get("admin/storage/migration").expect(200).json().path("migration");
    }

    private JsonNode awaited(String what, Predicate<JsonNode> there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = migration();
        while (!there.test(now)) {
            assertThat(System.nanoTime()).as(what + ": " + now).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
            now = migration();
        }
        return now;
    }

    private void act(Map<String, Object> action) {
        admin.post("admin/storage/migration", action).expect(202);
    }

    private static Map<String, Object> to(String place) {
        return Map.of("action", "start", "to", place, "keepSeconds", 1);
    }

    @Test
    void everyBlobGoesAndComesBackWhileItIsUsed() throws Exception {
        String image = ada.upload("sea.jpg", Pictures.jpeg(400, 300, 1)).expect(201).at("id");
        ada.settled(image);
        for (int number = 0; number < BLOBS; number++) {
            BlobKey original = BlobKey.original(Sha256.of("picture " + number));
            put(blobs, number % 2 == 0 ? original : BlobKey.rendition(original.content().orElseThrow(), "thumbnail-v1.jpg"), "picture " + number);
            keys.add(number % 2 == 0 ? original : BlobKey.rendition(original.content().orElseThrow(), "thumbnail-v1.jpg"));
        }
        put(places.at(BlobPlace.S3), keys.getFirst(), "PICTURE 0");
        Map<String, String> before = manifest(BlobPlace.DISK);
        assertThat(migration().isNull()).isTrue();
        troubled = true;
        List<Thread> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(Thread.ofPlatform().start(() -> read(image)));
        }
        Thread killer = KILLS ? Thread.ofPlatform().start(this::killAgainAndAgain) : null;

        // While copies are made, nobody but the mover reads in S3 what is on the disk.
        keys.stream().skip(1).limit(ALTERED).map(BlobKey::value).forEach(toAlter::add);
        long began = System.nanoTime();
        act(to("s3"));
        awaited("copying", now -> !now.path("phase").asText().equals("settling"));
        String late = ada.upload("late.jpg", Pictures.jpeg(300, 200, 2)).expect(201).at("id");
        ada.settled(late);
        BlobKey doomed = BlobKey.original(Sha256.of("doomed"));
        put(blobs, doomed, "doomed");
        blobs.delete(doomed);
        JsonNode there = awaited("all in S3", now -> now.path("state").asText().equals("finished"));
        long went = System.nanoTime();

        assertThat(ada.get("images/" + late + "/original").expect(200).body()).isEqualTo(Pictures.jpeg(300, 200, 2));
        Map<String, String> inS3 = manifest(BlobPlace.S3);
        assertThat(inS3).containsAllEntriesOf(before).hasSizeGreaterThan(before.size()).doesNotContainKey(doomed.value());
        assertThat(manifest(BlobPlace.DISK)).isEmpty();
        assertThat(there.path("failed").asInt()).isZero();
        assertThat(toAlter).isEmpty();
        assertThat(there.path("retried").asInt()).as("copies that were made again").isGreaterThanOrEqualTo(ALTERED);

        long turnedBack = System.nanoTime();
        startedBeside();
        awaited("on the way back", now -> now.path("to").asText().equals("disk") && now.path("copied").asInt() > 0);
        act(Map.of("action", "pause"));
        act(Map.of("action", "reverse"));
        awaited("all in S3 again", now -> now.path("to").asText().equals("s3") && now.path("state").asText().equals("finished"));
        act(to("disk"));
        JsonNode back = awaited("all on disk", now -> now.path("to").asText().equals("disk") && now.path("state").asText().equals("finished"));
        long came = System.nanoTime();

        over = true;
        for (Thread reader : readers) {
            reader.join();
        }
        if (killer != null) {
            killer.join();
        }
        troubled = false;
        assertThat(manifest(BlobPlace.DISK)).isEqualTo(inS3);
        assertThat(manifest(BlobPlace.S3)).isEmpty();
        assertThat(failures).as("of " + reads + " reads").isEmpty();
        assertThat(troubles.get()).isPositive();
        System.out.printf("moved %d blobs: there in %.1f s (%d retried), back and forth and back in %.1f s (%d retried); %d reads, 0 failed; %d troubles%n",
                inS3.size(), (went - began) / 1e9, there.path("retried").asInt(), (came - turnedBack) / 1e9, back.path("retried").asInt(), reads.get(), troubles.get());
    }

    /** As the command does it. What is met on its way back is turned round before it is there, as long as the old is kept. */
    private void startedBeside() throws Exception {
        var database = service.database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            MoveBeside move = new MoveBeside(connection);
            assertThat(move.begin(BlobPlace.DISK, BlobPlace.DISK, null, KEPT_WHERE_IT_TURNS)).isTrue();
            assertThat(move.begin(BlobPlace.S3, BlobPlace.DISK, null, Duration.ofSeconds(1))).as("one at a time").isFalse();
            assertThat(move.state()).hasValueSatisfying(state -> assertThat(state.to()).isEqualTo(BlobPlace.DISK));
            move.pause();
            assertThat(move.state().orElseThrow().rests()).isTrue();
            move.resume();
            move.reverse();
            assertThat(move.state().orElseThrow().turning()).isTrue();
            move.reverse();
            assertThat(move.state().orElseThrow().turning()).isFalse();
        }
    }

    private void killAgainAndAgain() {
        try {
            Path own = Files.createDirectories(drafts.resolve("second-node"));
            Files.copy(home.resolve("secret.key"), own.resolve("secret.key"));
            Files.createSymbolicLink(own.resolve("blobs"), home.resolve("blobs"));
            Map<String, String> all = new TreeMap<>(settings);
            var database = service.database();
            all.putAll(Map.of("ALBUMEN_DATABASE_URL", database.url(), "ALBUMEN_DATABASE_USER", database.user(),
                    "ALBUMEN_DATABASE_PASSWORD", database.password()));
            int kills = 0;
            while (!over) {
                try (AlbumenProcess node = AlbumenProcess.startUnprepared(own, all)) {
                    node.awaitReady();
                    LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
                    node.kill();
                    kills++;
                }
            }
            System.out.println("killed the second node " + kills + " times");
        } catch (IOException e) {
            failures.add("the second node: " + e);
        }
    }
}
