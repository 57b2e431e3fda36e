package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered with 201 survives kill -9; what was not leaves nothing. */
class CrashIT {

    private static final int ROUNDS = 20;
    private static final int UPLOADERS = 8;
    private static final int DATABASE_DIES_EVERY = 4;
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Map<String, String> SWEEPING =
            Map.of("ALBUMEN_SWEEP_EVERY", "1s", "ALBUMEN_SWEEP_GRACE", "1s");

    private final byte[] picture = Pictures.jpeg(700, 500);
    /** The hash that was sent, by the id that was answered. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    @TempDir
    Path home;

    @Test
    void keepsEveryAnsweredUploadThroughTwentyKillsAndLeavesNothingOfTheOthers() throws Exception {
        Set<String> verified = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (AlbumenProcess albumen = AlbumenProcess.start(home, Map.of())) {
                Client ada = ada(albumen, round == 0);
                verifyNew(ada, verified);
                killDuringUploads(albumen, ada, 1 + round % 5, round % DATABASE_DIES_EVERY == DATABASE_DIES_EVERY - 1);
            }
        }
        assertThat(sent.size()).as("uploads that were broken off").isGreaterThan(answered.size());

        try (AlbumenProcess albumen = AlbumenProcess.start(home, SWEEPING)) {
            Client ada = ada(albumen, false);
            verifyNew(ada, verified);
            Map<String, String> kept = all(ada);
            assertThat(kept).containsAllEntriesOf(answered);
            assertThat(sent).containsAll(kept.values());
            assertThat(kept.keySet()).allSatisfy(
                    id -> assertThat(ada.settled(id).path("status").asText()).isEqualTo("ready"));

            awaitOnly(new TreeSet<>(kept.values()));
            assertThat(filesIn("staging")).isEmpty();
            assertThat(ada.get("users/me/usage").expect(200).at("usedBytes"))
                    .isEqualTo(Long.toString(byteSizes(ada)));
        }
    }

    private static Client ada(AlbumenProcess albumen, boolean first) {
        Client anyone = Client.of(albumen.awaitReady());
        return first ? anyone.register("ada") : anyone.signIn("ada", Client.PASSWORD);
    }

    /** Uploads without end on all threads, and kills the process once a few were answered, in the midst of the others. */
    private void killDuringUploads(AlbumenProcess albumen, Client ada, int answers, boolean databaseToo) throws Exception {
        CountDownLatch enough = new CountDownLatch(answers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < UPLOADERS; i++) {
                threads.submit(() -> uploadUntilItDies(ada, enough));
            }
            assertThat(enough.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            // Somewhere within the uploads that are on their way.
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(Duration.ofMillis(40).toNanos()));
            albumen.kill();
            if (databaseToo) {
                albumen.killDatabase();
            }
        }
    }

    private void uploadUntilItDies(Client ada, CountDownLatch enough) {
        while (true) {
            byte[] unique = unlikeAnyOther();
            String sha256 = sha256(unique);
            sent.add(sha256);
            Answer answer;
            try {
                answer = ada.upload("photo.jpg", unique);
            } catch (UncheckedIOException e) {
                return;
            }
            answered.put(answer.expect(201).at("id"), sha256);
            enough.countDown();
        }
    }

    /** The picture with a comment of its own. */
    private byte[] unlikeAnyOther() {
        byte[] comment = new byte[20];
        ThreadLocalRandom.current().nextBytes(comment);
        byte[] head = {picture[0], picture[1], (byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)};
        return ByteBuffer.allocate(picture.length + 4 + comment.length)
                .put(head).put(comment).put(picture, 2, picture.length - 2).array();
    }

    private void verifyNew(Client ada, Set<String> verified) {
        answered.forEach((id, sha256) -> {
            if (verified.add(id)) {
                byte[] original = ada.get("images/" + id + "/original").expect(200).body();
                assertThat(sha256(original)).as(id).isEqualTo(sha256);
            }
        });
    }

    private static Map<String, String> all(Client ada) {
        return pages(ada).collect(Collectors.toMap(image -> image.path("id").asText(), image -> image.path("sha256").asText()));
    }

    private static long byteSizes(Client ada) {
        return pages(ada).mapToLong(image -> image.path("byteSize").asLong()).sum();
    }

    private static Stream<JsonNode> pages(Client ada) {
        Stream.Builder<JsonNode> images = Stream.builder();
        String path = "images?limit=200";
        while (path != null) {
            JsonNode page = ada.get(path).expect(200).json();
            page.path("items").forEach(images);
            String cursor = page.path("nextCursor").asText("");
            path = cursor.isEmpty() || cursor.equals("null") ? null : "images?limit=200&cursor=" + cursor;
        }
        return images.build();
    }

    /** Waits until the store holds the originals and renditions of these contents and nothing else. */
    private void awaitOnly(Set<String> contents) throws IOException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        Set<String> found;
        do {
            found = filesIn("blobs").stream().map(CrashIT::content).collect(Collectors.toCollection(TreeSet::new));
            if (found.equals(contents)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        } while (System.nanoTime() < end);
        assertThat(found).isEqualTo(contents);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(String path) {
        return Arrays.stream(path.split("[/.]")).filter(part -> part.matches("[0-9a-f]{64}")).findFirst().orElse(path);
    }

    private Set<String> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(file -> home.relativize(file).toString()).collect(Collectors.toSet());
        } catch (UncheckedIOException e) {
            // A file went while we looked.
            return Set.of("moving");
        }
    }
}
