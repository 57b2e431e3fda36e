package dev.albumen.bootstrap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Defects are planted in the storage, and found: each of them, and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Verification {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PICTURES = 6;

    InProcess service;
    Client admin;
    Client ada;
    private BlobStore blobs;
    private Path drafts;
    private int pictures;

    /** By their environment names. */
    abstract Map<String, String> settings() throws Exception;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path folder) throws Exception {
        service = InProcess.start(home, settings());
        Client anyone = Client.of(service.address());
        admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        ada = anyone.register("ada");
        blobs = service.context().getBean(BlobStore.class);
        drafts = folder;
    }

    @AfterAll
    void stop() {
        service.close();
    }

    String upload() {
        return ada.upload("sea.jpg", Pictures.jpeg(40, 30, ++pictures)).expect(201).at("id");
    }

    private JsonNode verified(boolean repair) {
        admin.post("admin/storage/verify", Map.of("repair", repair)).expect(202);
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode check = check();
        while (!check.path("state").asText().equals("finished")) {
            assertThat(System.nanoTime()).as("a check takes seconds: " + check).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
            check = check();
        }
        return check;
    }

    private JsonNode check() {
        return admin.get("admin/storage").expect(200).json().path("check");
    }

    private static Map<String, Long> counts(JsonNode check) {
        Map<String, Long> counts = new HashMap<>();
        for (String name : List.of("missing", "truncated", "altered", "missingRenditions", "rerendered", "orphanedBlobs", "youngOrphans")) {
            if (check.path(name).asLong() > 0) {
                counts.put(name, check.path(name).asLong());
            }
        }
        return counts;
    }

    private Sha256 content(String image) {
        return new Sha256(ada.get("images/" + image).expect(200).at("sha256"));
    }

    private void put(BlobKey key, byte[] bytes) throws IOException {
        blobs.put(key, Files.write(Files.createTempFile(drafts, "draft", ""), bytes));
    }

    private byte[] read(BlobKey key) throws IOException {
        try (BlobStore.Content content = blobs.open(key).orElseThrow()) {
            return content.stream().readAllBytes();
        }
    }

    @Test
    void findsEachPlantedDefectAndRepairsWhatCanBe() throws IOException {
        List<String> images = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            images.add(upload());
        }
        images.forEach(ada::settled);
        JsonNode clean = verified(false);
        assertThat(counts(clean)).isEmpty();
        assertThat(clean.path("checkedOriginals").asInt()).isEqualTo(clean.path("originals").asInt()).isGreaterThanOrEqualTo(PICTURES);

        String lost = images.get(0);
        String cut = images.get(1);
        String changed = images.get(2);
        String bare = images.get(3);
        byte[] gone = read(BlobKey.original(content(lost)));
        blobs.delete(BlobKey.original(content(lost)));
        byte[] whole = read(BlobKey.original(content(cut)));
        put(BlobKey.original(content(cut)), Arrays.copyOf(whole, whole.length - 1));
        byte[] other = read(BlobKey.original(content(changed)));
        other[other.length / 2] ^= 1;
        put(BlobKey.original(content(changed)), other);
        List<BlobStore.Stat> renditions = blobs.list(
                "renditions/" + content(bare).hex().substring(0, 2) + "/" + content(bare).hex().substring(2, 4) + "/" + content(bare).hex() + "/",
                Optional.empty(), 100);
        blobs.delete(renditions.getFirst().key());
        put(BlobKey.original(Sha256.of("nobody's")), "x".getBytes(UTF_8));
        put(BlobKey.rendition(Sha256.of("nobody's"), "thumbnail-v1.jpg"), "x".getBytes(UTF_8));

        Map<String, Long> planted =
                Map.of("missing", 1L, "truncated", 1L, "altered", 1L, "missingRenditions", 1L, "orphanedBlobs", 2L, "youngOrphans", 2L);
        assertThat(counts(verified(false))).isEqualTo(planted);
        Answer defects = admin.get("admin/storage/defects").expect(200);
        Map<String, String> named = new HashMap<>();
        defects.json().path("items").forEach(item -> named.put(item.path("imageId").asText(), item.path("defect").asText()));
        assertThat(named).isEqualTo(Map.of(lost, "missing", cut, "truncated", changed, "altered", bare, "missing-renditions"));

        Map<String, Long> repaired = new HashMap<>(planted);
        repaired.put("rerendered", 1L);
        assertThat(counts(verified(true))).isEqualTo(repaired);
        awaitNoJobs();
        Map<String, Long> left = new HashMap<>(planted);
        left.remove("missingRenditions");
        assertThat(counts(verified(false))).isEqualTo(left);
        assertThat(ada.get("images/" + bare + "/thumbnail").status()).isEqualTo(200);

        put(BlobKey.original(content(cut)), whole);
        other[other.length / 2] ^= 1;
        put(BlobKey.original(content(changed)), other);
        put(BlobKey.original(content(lost)), gone);
        blobs.delete(BlobKey.original(Sha256.of("nobody's")));
        blobs.delete(BlobKey.rendition(Sha256.of("nobody's"), "thumbnail-v1.jpg"));
        assertThat(counts(verified(false))).isEmpty();
    }

    void awaitNoJobs() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode queue = admin.get("admin/jobs/queue").expect(200).json();
        while (queue.path("pending").asInt() + queue.path("running").asInt() > 0) {
            assertThat(System.nanoTime()).as("jobs take seconds: " + queue).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
            queue = admin.get("admin/jobs/queue").expect(200).json();
        }
    }
}
