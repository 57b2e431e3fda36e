package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.aws.storage.S3Keeping.Encryption;
import dev.albumen.aws.storage.S3Keeping.OriginalsClass;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** What requests say, and how long they wait, against a server that only listens. */
class S3RequestsTest {

    private static final BlobKey ORIGINAL = BlobKey.original(Sha256.of("sea"));
    private static final BlobKey RENDITION = BlobKey.rendition(Sha256.of("sea"), "thumbnail-v1.jpg");

    @TempDir
    private Path folder;

    private HttpServer server;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile boolean trickling;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            requests.incrementAndGet();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            if (silent) {
                over.await();
            }
            if (trickling) {
                trickle(exchange);
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trickle(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 256 << 10);
        while (!over.await(20, TimeUnit.MILLISECONDS)) {
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        }
    }

    private S3Settings settings() {
        return new S3Settings("photos", "us-east-1", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), true,
                ChecksumMode.WHEN_SUPPORTED, "id", "secret", "");
    }

    private S3BlobStore store(S3Keeping keeping, S3Patience patience) {
        return new S3BlobStore(settings(), keeping, patience, new FakeStagingArea(folder), AnonymousCredentialsProvider.create());
    }

    private void put(S3BlobStore store, BlobKey key) throws IOException {
        store.put(key, Files.writeString(folder.resolve("draft"), "bytes"));
    }

    @Test
    void askForNothingSpecialByThemselves() throws Exception {
        try (S3BlobStore store = store(S3Keeping.USUAL, S3Patience.USUAL)) {
            put(store, ORIGINAL);
            assertThat(headers).doesNotContainKeys("x-amz-server-side-encryption", "x-amz-storage-class");
        }
    }

    @Test
    void askForEncryptionAndForTheClassOfOriginals() throws Exception {
        S3Keeping keeping = new S3Keeping(Encryption.KMS, "alias/photos", OriginalsClass.STANDARD_IA);
        try (S3BlobStore store = store(keeping, S3Patience.USUAL)) {
            put(store, ORIGINAL);
            assertThat(headers).containsEntry("x-amz-server-side-encryption", "aws:kms")
                    .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/photos")
                    .containsEntry("x-amz-storage-class", "STANDARD_IA");
            headers.clear();
            put(store, RENDITION);
            assertThat(headers).containsEntry("x-amz-server-side-encryption", "aws:kms").doesNotContainKey("x-amz-storage-class");
        }
        try (S3BlobStore store = store(new S3Keeping(Encryption.AES256, null, OriginalsClass.STANDARD), S3Patience.USUAL)) {
            put(store, ORIGINAL);
            assertThat(headers).containsEntry("x-amz-server-side-encryption", "AES256");
        }
    }

    @Test
    void haveUploadersAskForEncryptionToo() {
        S3Keeping keeping = new S3Keeping(Encryption.AES256, null, OriginalsClass.STANDARD);
        try (S3UploadAddresses addresses = new S3UploadAddresses(settings(), keeping,
                new S3Delivery(S3Delivery.Way.PROXY, 60, null), AnonymousCredentialsProvider.create(), InstantSource.system())) {
            UploadAddresses.Address address = addresses.issue(new UploadAddresses.Ticket(
                    new UploadId(new UUID(1, 1)), 3, "image/jpeg", null, Instant.now().plusSeconds(60)));
            assertThat(address.headers()).containsEntry("x-amz-server-side-encryption", "AES256");
        }
    }

    @Test
    void waitNoLongerThanTheyMay() throws IOException {
        try (S3BlobStore store = store(S3Keeping.USUAL, new S3Patience(2, Duration.ofSeconds(5), Duration.ofSeconds(25)))) {
            // The first one of all takes long by itself.
            store.open(ORIGINAL).orElseThrow().close();
            requests.set(0);
            silent = true;
            // Without limits of its own, each attempt would end after half a minute of silence.
            assertTimeoutPreemptively(Duration.ofSeconds(50), () ->
                    assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.open(ORIGINAL)));
            awaitRequests(2);
        }
    }

    /** The server may read a request after its sender has given it up. */
    private void awaitRequests(int expected) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (requests.get() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(requests).as("attempts").hasValue(expected);
    }

    @Test
    void waitForNoFileThatTrickles() throws IOException {
        trickling = true;
        try (S3BlobStore store = store(S3Keeping.USUAL, new S3Patience(2, Duration.ofSeconds(5), Duration.ofSeconds(60)))) {
            assertTimeoutPreemptively(Duration.ofSeconds(90), () ->
                    assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.fetch(ORIGINAL)).withStackTraceContaining("too slow"));
            assertThat(requests).as("attempts").hasValue(1);
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void areNotMadeAtAllWhileNothingComesOfThem() {
        status = 503;
        try (S3BlobStore store = store(S3Keeping.USUAL, new S3Patience(1, Duration.ofSeconds(10), Duration.ofSeconds(10)))) {
            for (int i = 0; i < 200; i++) {
                assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.open(ORIGINAL));
            }
            assertThat(requests.get()).as("the first ones, and three every five seconds").isLessThan(150);
        }
    }

    @Test
    void refuseWhatDoesNotFitTogether() {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Keeping(Encryption.AES256, "key", OriginalsClass.STANDARD));
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Patience(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Patience(1, Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
