package dev.albumen.aws.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.albumen.aws.storage.S3Setup.Finding;
import dev.albumen.aws.storage.S3Setup.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** What is asked of buckets. The stub forbids what it is told to, which the stores that run in tests cannot. */
class S3SetupTest {

    private static final String CORS = """
            <CORSConfiguration><CORSRule><ID>theirs</ID><AllowedOrigin>https://else.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>
            <CORSRule><ID>albumen</ID><AllowedOrigin>https://old.example</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>""";

    private HttpServer server;
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private Set<String> forbidden = Set.of();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Named by its method and what follows the bucket, such as {@code PUT ?cors}. */
    private static String nameOf(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/photos/?", "");
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String what = query.startsWith("cors") ? "?cors" : query.startsWith("lifecycle") ? "?lifecycle" : path.isEmpty() ? "?list" : path;
        return exchange.getRequestMethod() + " " + what + (query.startsWith("uploadId") ? "?upload" : "");
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String name = nameOf(exchange);
            sent.put(name, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (forbidden.contains(name)) {
                send(exchange, 403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
            } else if (name.equals("GET ?list")) {
                send(exchange, 200, "<ListBucketResult><Name>photos</Name><KeyCount>0</KeyCount></ListBucketResult>");
            } else if (name.equals("POST probe")) {
                send(exchange, 200, "<InitiateMultipartUploadResult><UploadId>parts</UploadId></InitiateMultipartUploadResult>");
            } else if (name.startsWith("GET ?") && !answers.containsKey(name)) {
                send(exchange, 404, "<Error><Code>NoSuch" + (name.endsWith("cors") ? "CORSConfiguration" : "LifecycleConfiguration")
                        + "</Code><Message>none</Message></Error>");
            } else {
                send(exchange, exchange.getRequestMethod().equals("DELETE") ? 204 : 200, answers.getOrDefault(name, ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private S3Setup setup() {
        S3Settings settings = new S3Settings("photos", "us-east-1", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), true,
                ChecksumMode.WHEN_REQUIRED, "id", "secret", "");
        return new S3Setup(settings, S3Keeping.USUAL, AnonymousCredentialsProvider.create());
    }

    @Test
    void letsPagesUploadBesideOtherRules() {
        answers.put("GET ?cors", CORS);
        try (S3Setup setup = setup()) {
            assertThat(setup.cors(List.of("https://photos.example"))).extracting(Finding::outcome).isEqualTo(Outcome.OK);
        }
        assertThat(sent.get("PUT ?cors")).contains("https://photos.example", "https://else.example", "<AllowedMethod>PUT</AllowedMethod>")
                .doesNotContain("https://old.example");
    }

    @Test
    void setsUpABucketWithoutAnyRules() {
        try (S3Setup setup = setup()) {
            assertThat(setup.cors(List.of("https://photos.example")).isGood()).isTrue();
            assertThat(setup.lifecycle().isGood()).isTrue();
            assertThat(setup.cors(List.of()).outcome()).isEqualTo(Outcome.SKIPPED);
        }
        assertThat(sent.get("PUT ?lifecycle")).contains("<DaysAfterInitiation>2</DaysAfterInitiation>", "<ID>albumen</ID>");
    }

    @Test
    void namesEachPermissionThatIsMissing() {
        Map<String, String> permissions = Map.of("GET ?list", "s3:ListBucket", "PUT probe", "s3:PutObject", "GET probe", "s3:GetObject",
                "DELETE probe", "s3:DeleteObject", "DELETE probe?upload", "s3:AbortMultipartUpload");
        permissions.forEach((request, permission) -> {
            forbidden = Set.of(request);
            try (S3Setup setup = setup()) {
                assertThat(setup.permissions()).filteredOn(one -> one.outcome() == Outcome.MISSING).extracting(Finding::permission)
                        .containsExactly(permission);
            }
        });
        forbidden = Set.of("PUT ?cors", "GET ?lifecycle");
        try (S3Setup setup = setup()) {
            assertThat(setup.cors(List.of("https://photos.example")).outcome()).isEqualTo(Outcome.MISSING);
            assertThat(setup.lifecycle().outcome()).isEqualTo(Outcome.MISSING);
            assertThat(setup.permissions()).allMatch(Finding::isGood);
        }
    }

    @Test
    void findsNothingMissingOnARealStore() throws Exception {
        try (LocalS3 store = LocalS3.start(); S3Setup setup = new S3Setup(store.newBucket(), S3Keeping.USUAL)) {
            assertThat(setup.permissions()).hasSize(5).allMatch(Finding::isGood);
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);
        try (S3Setup setup = setup()) {
            assertThat(setup.permissions()).extracting(Finding::outcome).containsOnly(Outcome.FAILED);
        }
    }
}
