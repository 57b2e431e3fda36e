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

    private static final List<String> LOOKS = List.of("cors", "lifecycle", "publicAccessBlock", "policyStatus", "acl");

    private HttpServer server;
    private final Map<String, String> classes = new ConcurrentHashMap<>();
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
        String path = exchange.getRequestURI().getPath().replaceFirst("^/photos/?", "").replace("originals/probe", "probe");
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String what = LOOKS.stream().filter(query::startsWith).findFirst().map(look -> "?" + look).orElse(path.isEmpty() ? "?list" : path);
        String copy = exchange.getRequestHeaders().containsKey("x-amz-copy-source") ? "?copy" : "";
        return exchange.getRequestMethod() + " " + what + (query.startsWith("uploadId") ? "?upload" : copy);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String name = nameOf(exchange);
            sent.put(name, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            classes.put(name, String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-storage-class")));
            if (forbidden.contains(name)) {
                send(exchange, 403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
            } else if (name.equals("GET ?list")) {
                send(exchange, 200, "<ListBucketResult><Name>photos</Name><KeyCount>0</KeyCount></ListBucketResult>");
            } else if (name.equals("POST probe")) {
                send(exchange, 200, "<InitiateMultipartUploadResult><UploadId>parts</UploadId></InitiateMultipartUploadResult>");
            } else if (name.equals("PUT probe?copy")) {
                send(exchange, 200, "<CopyObjectResult><ETag>\"x\"</ETag></CopyObjectResult>");
            } else if (name.startsWith("GET ?") && !answers.containsKey(name)) {
                send(exchange, 404, "<Error><Code>NoSuch" + (name.endsWith("cors") ? "CORSConfiguration" : "Configuration")
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
        return setup(S3Keeping.USUAL, ChecksumMode.WHEN_REQUIRED);
    }

    private S3Setup setup(S3Keeping keeping, ChecksumMode mode) {
        S3Settings settings = new S3Settings("photos", "us-east-1", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), true,
                mode, "id", "secret", "");
        return new S3Setup(settings, keeping, AnonymousCredentialsProvider.create());
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
    void triesTheClassOfOriginalsAndTheCopyThatRenewsThem() {
        S3Keeping keeping = new S3Keeping(S3Keeping.Encryption.DEFAULT, null, S3Keeping.OriginalsClass.GLACIER_IR);
        try (S3Setup setup = setup(keeping, ChecksumMode.WHEN_SUPPORTED)) {
            assertThat(setup.permissions()).allMatch(Finding::isGood);
            assertThat(classes).containsEntry("PUT probe", "GLACIER_IR").containsEntry("PUT probe?copy", "GLACIER_IR")
                    .containsEntry("POST probe", "GLACIER_IR");
            forbidden = Set.of("PUT probe?copy");
            assertThat(setup.permissions()).filteredOn(one -> !one.isGood()).extracting(Finding::what).containsExactly("copy objects");
        }
    }

    @Test
    void seesWhichRulesAreMissingAndChangesNothing() {
        List<String> origins = List.of("https://else.example", "https://photos.example");
        try (S3Setup setup = setup()) {
            assertThat(setup.rules(origins)).extracting(Finding::outcome).containsExactly(Outcome.FAILED, Outcome.FAILED);
            assertThat(setup.rules(List.of())).extracting(Finding::outcome).containsExactly(Outcome.SKIPPED, Outcome.FAILED);

            answers.put("GET ?cors", CORS);
            assertThat(setup.rules(origins).getFirst().isGood()).as("one of two may read alone").isFalse();

            setup.cors(origins);
            setup.lifecycle();
            answers.put("GET ?cors", sent.remove("PUT ?cors"));
            answers.put("GET ?lifecycle", sent.remove("PUT ?lifecycle"));
            assertThat(setup.rules(origins)).extracting(Finding::outcome).containsOnly(Outcome.OK);

            forbidden = Set.of("GET ?cors", "GET ?lifecycle");
            assertThat(setup.rules(origins)).as("the service need not see them").extracting(Finding::outcome).containsOnly(Outcome.SKIPPED);
        }
        assertThat(sent.keySet()).noneMatch(name -> name.startsWith("PUT"));
    }

    @Test
    void seesWhetherEverybodyGetsAtTheBucket() {
        String block = "<PublicAccessBlockConfiguration><BlockPublicAcls>%1$s</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>"
                + "<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>";
        String list = "<AccessControlPolicy><AccessControlList><Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\">"
                + "<URI>%s</URI></Grantee><Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>";
        try (S3Setup setup = setup()) {
            assertThat(setup.privacy().outcome()).as("no policy and no list").isEqualTo(Outcome.OK);
            answers.put("GET ?policyStatus", "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>");
            assertThat(setup.privacy().outcome()).isEqualTo(Outcome.FAILED);
            answers.put("GET ?publicAccessBlock", block.formatted("false"));
            assertThat(setup.privacy().outcome()).isEqualTo(Outcome.FAILED);
            answers.put("GET ?publicAccessBlock", block.formatted("true"));
            assertThat(setup.privacy().outcome()).isEqualTo(Outcome.OK);

            answers.remove("GET ?publicAccessBlock");
            answers.remove("GET ?policyStatus");
            answers.put("GET ?acl", list.formatted("http://acs.amazonaws.com/groups/global/AllUsers"));
            assertThat(setup.privacy().outcome()).isEqualTo(Outcome.FAILED);
            answers.put("GET ?acl", list.formatted("http://acs.amazonaws.com/groups/s3/LogDelivery"));
            assertThat(setup.privacy().outcome()).isEqualTo(Outcome.OK);
            forbidden = Set.of("GET ?policyStatus");
            assertThat(setup.privacy().outcome()).isEqualTo(Outcome.SKIPPED);
        }
    }

    @Test
    void findsNothingMissingOnARealStore() throws Exception {
        try (LocalS3 store = LocalS3.start(); S3Setup setup = new S3Setup(store.newBucket(), S3Keeping.USUAL)) {
            assertThat(setup.permissions()).hasSize(6).allMatch(Finding::isGood);
            assertThat(setup.privacy().isGood()).isTrue();
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
