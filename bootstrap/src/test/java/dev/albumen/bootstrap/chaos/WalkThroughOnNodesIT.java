package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.aws.job.LocalSqs;
import dev.albumen.aws.job.SqsSettings;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.bootstrap.process.ProviderForm;
import dev.albumen.bootstrap.process.WalkThrough;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's walk-through on two nodes with an S3 store and a queue between them, behind a proxy, by somebody who came by a
 * provider of identities. Each node is killed while it goes on, and started again. The script is the printed one from its
 * second paragraph; whoever runs it asks once more where a call gets no answer, with the same key.
 */
@Timeout(900)
class WalkThroughOnNodesIT {

    private static final String CURL = """
            curl() { command curl --retry 1 --retry-all-errors -H "idempotency-key: $(od -An -N12 -tx1 /dev/urandom | tr -d ' \\n')" "$@"; }
            auth="authorization: Bearer $TOKEN"
            """;
    private static final String SIGN_IN = "(?s)# Make an account and sign in\\.\n.*?\n\n";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final byte[] PHOTO = Pictures.jpeg(1200, 800);

    private final List<AutoCloseable> running = new ArrayList<>();
    private final AtomicInteger hints = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Void>> starts = new ConcurrentHashMap<>();
    private final Map<Integer, Map<String, String>> settings = new ConcurrentHashMap<>();
    private BalancingProxy proxy;
    private HeldRenditions renditions;
    private Fleet fleet;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        WalkThrough.assumeItsPrograms();
        TroubledS3 store = TroubledS3.start(new Dice(1, "store"));
        fleet = kept(new Fleet(new Options(Duration.ZERO, 1, 2, 1, Options.Storage.S3), folder, folder, store));
        renditions = kept(new HeldRenditions(store.bucket().endpoint()));
        proxy = kept(new BalancingProxy());
        Map<String, String> all = new HashMap<>(Map.of("ALBUMEN_PUBLIC_URL", proxy.address().toString(), "ALBUMEN_JOBS_CONCURRENCY", "1",
                // What is held is not to be given up.
                "ALBUMEN_S3_ATTEMPT_TIMEOUT", "2m", "ALBUMEN_S3_CALL_TIMEOUT", "5m"));
        all.putAll(queue());
        all.putAll(provider());
        for (Node node : fleet.nodes()) {
            Map<String, String> own = new HashMap<>(all);
            own.put("ALBUMEN_S3_ENDPOINT", renditions.endpointFor(node.number()));
            settings.put(node.number(), own);
            begin(node.number());
        }
        awaitStart(0);
        awaitStart(1);
    }

    private <T extends AutoCloseable> T kept(T part) {
        running.addFirst(part);
        return part;
    }

    private Map<String, String> queue() {
        LocalSqs sqs = kept(LocalSqs.start());
        SqsSettings queue = sqs.newQueue();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), sqs.endpoint().getPort());
        FaultProxy counting = kept(new FaultProxy(() -> Optional.of(address), head -> {
            if (head.contains("AmazonSQS.SendMessage")) {
                hints.incrementAndGet();
            }
            return Trouble.NONE;
        }));
        URI endpoint = URI.create("http://127.0.0.1:" + counting.port());
        return Map.of("ALBUMEN_JOBS_WAKEUP", "sqs", "ALBUMEN_SQS_ENDPOINT", endpoint.toString(),
                "ALBUMEN_SQS_QUEUE_URL", endpoint.resolve(queue.queueUrl().getPath()).toString(),
                "AWS_ACCESS_KEY_ID", "local-access-key", "AWS_SECRET_ACCESS_KEY", "local-secret-key");
    }

    private Map<String, String> provider() throws Exception {
        MockOAuth2Server provider = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        provider.start();
        kept(provider::shutdown);
        // It makes its keys when it first needs them, which is slow.
        provider.issueToken();
        return Map.of("ALBUMEN_OIDC_MAIN_ISSUER", provider.issuerUrl("main").toString(), "ALBUMEN_OIDC_MAIN_CLIENT_ID", "albumen",
                "ALBUMEN_OIDC_MAIN_CLIENT_SECRET", "hush", "ALBUMEN_OIDC_MAIN_ACCOUNTS", "always");
    }

    @AfterEach
    void stop() throws Exception {
        if (fleet != null) {
            fleet.nodes().forEach(Node::kill);
        }
        for (AutoCloseable part : running) {
            part.close();
        }
    }

    /** Starts a node, without waiting for it. */
    private void begin(int number) {
        starts.put(number, CompletableFuture.runAsync(() -> {
            Node node = fleet.nodes().get(number);
            assertThat(fleet.start(node, Duration.ZERO, settings.get(number))).isTrue();
            proxy.knows(number, node.address().orElseThrow());
            proxy.awaitReady(number);
        }, task -> Thread.ofVirtual().start(task)));
    }

    private void awaitStart(int number) {
        starts.get(number).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Client at(int number) {
        return Client.of(fleet.nodes().get(number).address().orElseThrow());
    }

    @Test
    void worksWhileEachOfThemIsKilledInTurn(@TempDir Path folder) throws Exception {
        ProviderForm.Way way = ProviderForm.signIn(at(0).get("auth/oidc/main/start"), "ada", "");
        String token = way.at(at(1)).expect(200).at("accessToken");
        Client ada = Client.of(proxy.address()).bearing(token);
        Kills kills = new Kills(token);
        String said;
        try (StepByStep steps = new StepByStep(Map.of(
                "Wait for its previews", kills::whileItMakesRenditions,
                "Share the album", kills::betweenWorkAndAnswer,
                "Revoke it", kills::beforeTheEnd))) {
            try {
                said = WalkThrough.run(folder, CURL + steps.of(script()), Map.of(
                        "PHOTO", Files.write(folder.resolve("photo.jpg"), PHOTO).toString(), "ALBUMEN_URL", proxy.address().toString(),
                        "TOKEN", token));
            } catch (AssertionError stopped) {
                steps.failures().forEach(stopped::addSuppressed);
                throw stopped;
            }
            assertThat(steps.happened()).containsExactly("Wait for its previews", "Share the album", "Revoke it");
        }

        assertThat(said.lines().toList()).contains("\"Low tide\"", "\"share-password-required\"").endsWith("404", "404");
        assertThat(ada.get("shares").expect(200).items("id")).as("the one that was revoked").isEmpty();
        assertThat(ada.get("albums").expect(200).items("title")).as("made once").containsOnlyOnce("By the sea");
        assertThat(ada.get("images").expect(200).items("status")).containsExactly("ready", "ready");
        String image = ada.get("images?q=low+tide").expect(200).at("items/0/id");
        assertThat(ada.get("images/" + image + "/original").expect(200).body()).isEqualTo(PHOTO);
        assertThat(folder.resolve("album.zip")).isNotEmptyFile();
    }

    /** Without its first paragraph, but with its variables. */
    private static String script() throws Exception {
        String script = WalkThrough.script("Walk through it");
        String later = script.replaceFirst(SIGN_IN, "");
        assertThat(later).isNotEqualTo(script).contains("api=");
        return later;
    }

    /** What happens to the nodes. The first is the one that is to make the photograph's renditions. */
    private final class Kills {

        private final String token;
        private int first;

        Kills(String token) {
            this.token = token;
        }

        /** The upload was answered. Before the node is killed it gets another job, which it has the other node do. */
        void whileItMakesRenditions() {
            first = renditions.awaitNode();
            Client there = at(first).bearing(token);
            String another = there.upload("dune.jpg", Pictures.jpeg(300, 200, 7)).expect(201).at("id");
            assertThat(there.settled(another).path("status").asText()).isEqualTo("ready");
            assertThat(hints).as("told of by the queue").hasPositiveValue();

            fleet.nodes().get(first).kill();
            renditions.letGo();
            begin(first);
        }

        /** Of the next request, which makes the link. */
        void betweenWorkAndAnswer() {
            awaitStart(first);
            int second = 1 - first;
            proxy.loseTheNextAnswer(second, () -> {
                fleet.nodes().get(second).kill();
                begin(second);
            });
        }

        void beforeTheEnd() {
            awaitStart(1 - first);
            assertThat(at(1 - first).bearing(token).get("shares").expect(200).items("id")).as("made once").hasSize(1);
            fleet.nodes().get(first).kill();
        }
    }
}
