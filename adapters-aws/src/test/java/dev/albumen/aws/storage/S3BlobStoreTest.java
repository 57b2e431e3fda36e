package dev.albumen.aws.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStore.Content;
import dev.albumen.application.storage.BlobStore.LocalFile;
import dev.albumen.application.storage.BlobStore.Stat;
import dev.albumen.application.storage.BlobStoreContract;
import dev.albumen.application.storage.FakeStagingArea;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3BlobStoreTest extends BlobStoreContract {

    /** Of a machine that does much else. */
    private static final S3Patience PATIENCE = new S3Patience(3, Duration.ofMinutes(1), Duration.ofMinutes(3));

    private static LocalS3 server;

    @TempDir
    private Path folder;

    private final List<S3BlobStore> opened = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = LocalS3.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void closeStores() {
        opened.forEach(S3BlobStore::close);
    }

    @Override
    protected BlobStore open() throws Exception {
        return store(server.newBucket());
    }

    @Test
    void refusesAWrongSecretWithoutSayingThatNothingIsThere() throws Exception {
        S3Settings right = server.newBucket();
        store(right).put(KEY, file("abc"));
        BlobStore stranger = store(server.settings(right.bucket(), ChecksumMode.WHEN_SUPPORTED, "wrong", ""));
        assertEveryCallFails(stranger);
        assertThat(text(store(right), KEY)).isEqualTo("abc");
    }

    @Test
    void doesNotTakeAMissingBucketForMissingBlobs() throws Exception {
        assertEveryCallFails(store(server.settings("no-such-bucket", ChecksumMode.WHEN_SUPPORTED, LocalS3.SECRET_ACCESS_KEY, "")));
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        S3Settings settings = server.newBucket();
        URI nobody = URI.create("http://127.0.0.1:1");
        assertEveryCallFails(store(new S3Settings(settings.bucket(), "us-east-1", nobody, true,
                ChecksumMode.WHEN_SUPPORTED, "id", "secret", "")));
    }

    private void assertEveryCallFails(BlobStore store) throws Exception {
        Path file = file("def");
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> store.put(KEY, file), () -> store.stat(KEY), () -> store.open(KEY), () -> store.open(KEY, 0, 1),
                () -> store.fetch(KEY), () -> store.delete(KEY), () -> store.list("originals/", Optional.empty(), 1))) {
            assertThatExceptionOfType(DependencyException.class).isThrownBy(call);
        }
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void worksWithoutTheNewerChecksums() throws Exception {
        S3Settings settings = server.newBucket();
        BlobStore store = store(server.settings(settings.bucket(), ChecksumMode.WHEN_REQUIRED, LocalS3.SECRET_ACCESS_KEY, ""));
        store.put(KEY, file("abc"));
        assertThat(text(store, KEY)).isEqualTo("abc");
        assertThat(storedSha256(settings, KEY)).isNull();
    }

    @Test
    void letsTheStoreKeepTheSha256() throws Exception {
        S3Settings settings = server.newBucket();
        store(settings).put(KEY, file("abc"));
        assertThat(storedSha256(settings, KEY)).isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    @Test
    void keepsToItsPrefix() throws Exception {
        S3Settings settings = server.newBucket();
        BlobStore shared = store(server.settings(
                settings.bucket(), ChecksumMode.WHEN_SUPPORTED, LocalS3.SECRET_ACCESS_KEY, "photos/here"));
        BlobStore whole = store(settings);
        BlobKey neighbour = new BlobKey("photos/heretic/originals/x");
        whole.put(neighbour, file("n"));
        shared.put(KEY, file("abc"));
        assertThat(text(whole, new BlobKey("photos/here/" + KEY))).isEqualTo("abc");
        assertThat(shared.list("originals/", Optional.empty(), 10)).extracting(Stat::key).containsExactly(KEY);
        assertThat(shared.list("originals/", Optional.of(KEY), 10)).isEmpty();
        assertThat(shared.open(neighbour)).isEmpty();
        shared.delete(KEY);
        assertThat(whole.list("photos/", Optional.empty(), 10)).extracting(Stat::key).containsExactly(neighbour);
    }

    @Test
    void passesOverObjectsThatAreNotItsOwn() throws Exception {
        S3Settings settings = server.newBucket();
        try (S3Client client = S3Connection.open(settings)) {
            for (String foreign : List.of("originals/A", "originals/_x", "originals/b c")) {
                client.putObject(r -> r.bucket(settings.bucket()).key(foreign), RequestBody.fromString("f"));
            }
        }
        BlobStore store = store(settings);
        store.put(new BlobKey("originals/c"), file("c"));
        store.put(new BlobKey("originals/d"), file("d"));
        assertThat(store.list("originals/", Optional.empty(), 2)).extracting(stat -> stat.key().value())
                .containsExactly("originals/c", "originals/d");
    }

    @Test
    void leavesNoConnectionWithReadersThatLeftEarly() throws Exception {
        BlobStore store = store(server.newBucket());
        store.put(KEY, Files.write(folder.resolve("large"), new byte[5_000_000]));
        for (int i = 0; i < S3Connection.MAX_CONNECTIONS + 10; i++) {
            store.open(KEY).orElseThrow().close();
        }
        assertThat(store.stat(KEY)).isPresent();
    }

    @Test
    void leavesRoomForOtherCallsWhereReadersAreSlow() throws Exception {
        BlobStore store = store(server.newBucket());
        store.put(KEY, Files.write(folder.resolve("picture"), new byte[100_000]));
        List<Content> reading = new ArrayList<>();
        for (int i = 0; i < S3BlobStore.MOST_READERS; i++) {
            reading.add(store.open(KEY).orElseThrow());
        }

        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.open(KEY)).withMessageContaining("at once");
        assertThat(store.stat(KEY)).isPresent();
        store.put(new BlobKey("originals/other"), file("abc"));
        store.fetch(KEY).orElseThrow().close();

        reading.getFirst().close();
        reading.getFirst().close();
        store.open(KEY, 0, 10).orElseThrow().close();
        assertThat(store.open(new BlobKey("originals/absent"))).isEmpty();
        try (Content last = store.open(KEY).orElseThrow()) {
            assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.open(KEY));
        }
        reading.forEach(Content::close);
    }

    @Test
    void removesTheDownloadThatItFetched() throws Exception {
        BlobStore store = store(server.newBucket());
        store.put(KEY, file("abc"));
        Path path;
        try (LocalFile fetched = store.fetch(KEY).orElseThrow()) {
            path = fetched.path();
            assertThat(path).hasContent("abc");
        }
        assertThat(path).doesNotExist();
        assertThat(store.fetch(new BlobKey("originals/absent"))).isEmpty();
        assertThat(filesLeft()).isEmpty();
    }

    private S3BlobStore store(S3Settings settings) throws IOException {
        // So that the larger blobs of the contract go in parts.
        S3BlobStore store = new S3BlobStore(settings, S3Keeping.USUAL, PATIENCE, new S3Parts(S3Parts.LEAST),
                new FakeStagingArea(Files.createDirectories(folder.resolve("work"))), AnonymousCredentialsProvider.create());
        opened.add(store);
        return store;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "staged-", ""), text);
    }

    private static String text(BlobStore store, BlobKey key) throws IOException {
        try (Content content = store.open(key).orElseThrow()) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }

    private List<Path> filesLeft() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("work"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static @Nullable String storedSha256(S3Settings settings, BlobKey key) {
        try (S3Client client = S3Connection.open(settings)) {
            return client.headObject(request -> request.bucket(settings.bucket()).key(key.value())
                    .checksumMode(software.amazon.awssdk.services.s3.model.ChecksumMode.ENABLED)).checksumSHA256();
        }
    }
}
