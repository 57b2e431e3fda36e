package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** What goes over the wire, between a store that checks signatures and sums and one that puts. */
class S3PutsTest {

    private static final int IN_PARTS = (7 << 20) + 3;
    private static final int WHOLE = 3 << 20;
    /** More than requests without a file need. */
    private static final long LITTLE = 1 << 20;

    private static LocalS3 server;

    @TempDir
    private Path folder;

    private S3Settings bucket;
    private Relay relay;

    @BeforeAll
    static void start() throws Exception {
        server = LocalS3.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        bucket = server.newBucket();
        relay = new Relay(server.endpoint());
    }

    @AfterEach
    void close() throws Exception {
        relay.close();
    }

    private S3BlobStore store(ChecksumMode mode) {
        return store(relay.address(), mode);
    }

    private S3BlobStore store(URI endpoint, ChecksumMode mode) {
        S3Settings settings = new S3Settings(bucket.bucket(), "us-east-1", endpoint, true, mode, LocalS3.ACCESS_KEY_ID,
                LocalS3.SECRET_ACCESS_KEY, "");
        S3Patience patience = new S3Patience(2, Duration.ofMinutes(1), Duration.ofMinutes(3));
        return new S3BlobStore(settings, S3Keeping.USUAL, patience, new S3Parts(S3Parts.LEAST), new FakeStagingArea(folder),
                AnonymousCredentialsProvider.create());
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "draft", ""), bytes);
    }

    private static byte[] read(S3BlobStore store, BlobKey key) throws IOException {
        try (var content = store.open(key).orElseThrow()) {
            return content.stream().readAllBytes();
        }
    }

    private @Nullable String sumOf(BlobKey key) {
        try (S3Client client = S3Connection.open(bucket)) {
            return client.headObject(request -> request.bucket(bucket.bucket()).key(key.value())
                    .checksumMode(software.amazon.awssdk.services.s3.model.ChecksumMode.ENABLED)).checksumSHA256();
        }
    }

    private int uploadsLeftOpen() {
        try (S3Client client = S3Connection.open(bucket)) {
            return client.listMultipartUploads(request -> request.bucket(bucket.bucket())).uploads().size();
        }
    }

    @ParameterizedTest
    @EnumSource(ChecksumMode.class)
    void sendLargeFilesInPartsWithASumOfEach(ChecksumMode mode) throws Exception {
        byte[] bytes = bytes(IN_PARTS);
        BlobKey key = new BlobKey("imports/large");
        try (S3BlobStore store = store(mode)) {
            store.put(key, file(bytes));
            assertThat(read(store, key)).isEqualTo(bytes);
        }
        if (mode == ChecksumMode.WHEN_SUPPORTED) {
            assertThat(sumOf(key)).endsWith("-2");
        }
        assertThat(uploadsLeftOpen()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {WHOLE, IN_PARTS})
    void sendNoBytesThatTheStoreHas(int size) throws Exception {
        byte[] bytes = bytes(size);
        BlobKey key = BlobKey.original(Sha256.of(bytes));
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            store.put(key, file(bytes));
            assertThat(relay.sent()).isGreaterThan(size);
            long before = relay.sent();
            store.put(key, file(bytes));
            assertThat(relay.sent() - before).isLessThan(LITTLE);
            assertThat(read(store, key)).isEqualTo(bytes);
        }
        assertThat(uploadsLeftOpen()).isZero();
    }

    @Test
    void sendTheBytesAgainOverAnObjectWithoutASum() throws Exception {
        byte[] bytes = bytes(WHOLE);
        BlobKey key = BlobKey.original(Sha256.of(bytes));
        byte[] altered = bytes.clone();
        altered[7] ^= 1;
        try (S3BlobStore plain = store(ChecksumMode.WHEN_REQUIRED); S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            plain.put(key, file(altered));
            assertThat(sumOf(key)).isNull();
            store.put(key, file(bytes));
            assertThat(read(store, key)).isEqualTo(bytes);
        }
    }

    @Test
    void leaveNothingOpenWhereAPartDoesNotComeThrough() throws Exception {
        byte[] bytes = bytes(IN_PARTS);
        BlobKey key = BlobKey.original(Sha256.of(bytes));
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            // The first part comes through, the second does not.
            relay.breakOffAfter(6 << 20);
            assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.put(key, file(bytes)));
            assertThat(relay.sent()).isGreaterThan(6 << 20);
            assertThat(store.stat(key)).isEmpty();
            assertThat(uploadsLeftOpen()).isZero();
            relay.mend();
            store.put(key, file(bytes));
            assertThat(read(store, key)).isEqualTo(bytes);
        }
    }

    @Test
    void leaveNothingOpenWhereTheThreadIsToEnd() throws Exception {
        byte[] bytes = bytes(IN_PARTS);
        BlobKey key = new BlobKey("imports/interrupted");
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            Path file = file(bytes);
            long start = relay.sent();
            Thread sender = Thread.ofPlatform().start(() -> {
                try {
                    store.put(key, file);
                } catch (DependencyException interrupted) {
                    // As it should be.
                }
            });
            while (sender.isAlive() && relay.sent() - start < 11 << 19) {
                Thread.onSpinWait();
            }
            sender.interrupt();
            sender.join();
        }
        assertThat(uploadsLeftOpen()).isZero();
    }
}
