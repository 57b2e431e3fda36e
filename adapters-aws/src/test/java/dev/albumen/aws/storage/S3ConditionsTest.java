package dev.albumen.aws.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** What is asked next when a store answers a conditional put as it may. */
class S3ConditionsTest {

    private static final String BYTES = "bytes";
    private static final BlobKey ORIGINAL = BlobKey.original(Sha256.of(BYTES));
    private static final BlobKey RENDITION = BlobKey.rendition(Sha256.of(BYTES), "thumbnail-v1.jpg");
    private static final String IF_NEW = "PUT if new";
    private static final String OVER = "PUT";

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int conditionalStatus = 200;
    private volatile String conditionalCode = "PreconditionFailed";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            boolean ifNew = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            asked.add(exchange.getRequestMethod() + (ifNew ? " if new" : ""));
            if (ifNew && conditionalStatus != 200) {
                byte[] body = ("<Error><Code>" + conditionalCode + "</Code><Message>no</Message></Error>").getBytes(UTF_8);
                exchange.sendResponseHeaders(conditionalStatus, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 404 : 200, -1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private S3BlobStore store(ChecksumMode mode) {
        S3Settings settings = new S3Settings("photos", "us-east-1", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), true,
                mode, "id", "secret", "");
        return new S3BlobStore(settings, S3Keeping.USUAL, S3Patience.USUAL, new FakeStagingArea(folder), AnonymousCredentialsProvider.create());
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("draft"), BYTES);
    }

    @Test
    void aBlobThatIsNamedByItsHashIsPutIfItIsNew() throws Exception {
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            store.put(ORIGINAL, file());
            assertThat(asked).containsExactly(IF_NEW);
            store.put(RENDITION, file());
            assertThat(asked).containsExactly(IF_NEW, OVER);
        }
    }

    @Test
    void aStoreWithoutTheNewerSumsIsAskedForNoConditions() throws Exception {
        try (S3BlobStore store = store(ChecksumMode.WHEN_REQUIRED)) {
            store.put(ORIGINAL, file());
            assertThat(asked).containsExactly(OVER);
        }
    }

    @Test
    void whatWentMeanwhileIsPutAgain() throws Exception {
        conditionalStatus = 412;
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            store.put(ORIGINAL, file());
            assertThat(asked).containsExactly(IF_NEW, "HEAD", OVER);
        }
    }

    @Test
    void aConflictIsTriedAgain() throws Exception {
        conditionalStatus = 409;
        conditionalCode = "ConditionalRequestConflict";
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            store.put(ORIGINAL, file());
            store.put(ORIGINAL, file());
            assertThat(asked).containsExactly(IF_NEW, OVER, IF_NEW, OVER);
        }
    }

    @ParameterizedTest
    @CsvSource({"501,NotImplemented", "400,InvalidArgument"})
    void aStoreThatKnowsNoConditionsIsAskedOnce(int status, String code) throws Exception {
        conditionalStatus = status;
        conditionalCode = code;
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            store.put(ORIGINAL, file());
            store.put(ORIGINAL, file());
            assertThat(asked).containsExactly(IF_NEW, OVER, OVER);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,BadDigest", "403,AccessDenied"})
    void anotherRefusalIsOne(int status, String code) throws Exception {
        conditionalStatus = status;
        conditionalCode = code;
        try (S3BlobStore store = store(ChecksumMode.WHEN_SUPPORTED)) {
            Path file = file();
            assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> store.put(ORIGINAL, file));
            assertThat(asked).containsExactly(IF_NEW);
        }
    }
}
