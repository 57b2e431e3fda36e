package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three processes that are one instance: changes that count at once, a database that takes no writes for a while, and
 * restarts that nobody notices, of which {@code -Dalbumen.test.restarts=60} makes 20 for each of them instead of one for one.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(1800)
class SeveralNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(SeveralNodesIT.class);
    private static final int RESTARTS = Integer.getInteger("albumen.test.restarts", 1);
    private static final int NODES = 3;
    private static final int VISITORS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Longer than the proxy, which looks again and again, may be kept from looking. */
    private static final Map<String, String> SETTINGS = Map.of("ALBUMEN_STOP_WAIT", "3s");

    private Fleet fleet;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Options options = new Options(Duration.ZERO, 1, NODES, VISITORS, Options.Storage.DISK);
        fleet = new Fleet(options, folder, folder, SharedFolder.in(folder));
        List<CompletableFuture<Boolean>> starts = fleet.nodes().stream()
                .map(node -> CompletableFuture.supplyAsync(() -> start(node, Map.of()), task -> Thread.ofVirtual().start(task)))
                .toList();
        assertThat(starts).allSatisfy(started -> assertThat(started.join()).isTrue());
    }

    @AfterAll
    void stop() throws Exception {
        fleet.close();
    }

    private boolean start(Node node, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        return fleet.start(node, Duration.ZERO, settings);
    }

    private URI at(int number) {
        return fleet.nodes().get(number).address().orElseThrow();
    }

    /** What a reader saw: when the last request began that was answered, and when the first refusal was there. */
    private record Seen(long lastAnswered, long firstRefused) {}

    private interface Change {
        void make(Client ada, Client admin);
    }

    @Test
    @Order(1)
    void heedASignOutOnEveryNodeAtOnce() {
        endsEverywhere("sign-out", "adalogout", (ada, admin) -> ada.post("auth/logout", "{}").expect(204));
    }

    @Test
    @Order(1)
    void heedADisablingOnEveryNodeAtOnce() {
        endsEverywhere("disabling", "adadisabled", (ada, admin) ->
                admin.patch("admin/users/" + ada.get("users/me").expect(200).at("id"), Map.of("disabled", true)).expect(200));
    }

    @Test
    @Order(1)
    void heedANewPasswordOnEveryNodeAtOnce() {
        endsEverywhere("new password, elsewhere", "adapassword", (ada, admin) -> {
            Client here = Client.of(at(0)).signIn("adapassword", Client.PASSWORD);
            here.put("users/me/password", Map.of("currentPassword", Client.PASSWORD, "newPassword", Client.PASSWORD + "!")).expect(200);
        });
    }

    /** Changes something at the first node while the same session reads at the others. */
    private void endsEverywhere(String what, String name, Change change) {
        Client ada = Client.of(at(0)).register(name);
        Client admin = Client.of(at(0)).signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        assertEnds(what, "albums", new Client(at(1), ada.headers()), new Client(at(2), ada.headers()), () -> change.make(ada, admin));
    }

    @Test
    @Order(1)
    void heedARevocationOnEveryNodeAtOnce() {
        Client ada = Client.of(at(0)).register("adashares");
        String image = ada.upload("sea.jpg", Pictures.jpeg(60, 40, 4)).expect(201).at("id");
        ada.settled(image);
        var share = ada.post("shares", Map.of("resourceType", "image", "resourceId", image)).expect(201).json();
        String address = Client.of(at(0)).get("public/shares/" + share.path("token").asText() + "/images").expect(200).at("items/0/urls/preview");

        assertEnds("revocation", address, Client.of(at(1)), Client.of(at(2)), () -> ada.delete("shares/" + share.path("id").asText()).expect(204));
    }

    private static void assertEnds(String what, String path, Client one, Client other, Runnable change) {
        CountDownLatch reading = new CountDownLatch(2);
        List<CompletableFuture<Seen>> readers = Stream.of(one, other).map(node -> read(node, path, reading)).toList();
        try {
            assertThat(reading.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("both read").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        change.run();
        long over = System.nanoTime();
        for (CompletableFuture<Seen> reader : readers) {
            Seen seen = reader.join();
            assertThat(seen.lastAnswered()).as("when the last request began that was answered").isLessThan(over);
            LOG.info("{}: refused by another process {} ms after its answer", what, Math.max(0, seen.firstRefused() - over) / 1e6);
        }
    }

    private static CompletableFuture<Seen> read(Client node, String path, CountDownLatch reading) {
        return CompletableFuture.supplyAsync(() -> {
            long last = Long.MIN_VALUE;
            while (true) {
                long begun = System.nanoTime();
                if (node.get(path).status() != 200) {
                    return new Seen(last, System.nanoTime());
                }
                if (last == Long.MIN_VALUE) {
                    reading.countDown();
                }
                last = begun;
            }
        }, task -> Thread.ofVirtual().start(task)).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    @Order(2)
    void answer503WhileTheDatabaseTakesNoWritesAndGoOnAfterwards() throws SQLException {
        List<Client> adas = new ArrayList<>();
        Client ada = Client.of(at(0)).register("adawaits");
        for (int number = 0; number < NODES; number++) {
            adas.add(new Client(at(number), ada.headers()));
        }
        List<Optional<Long>> processes = fleet.nodes().stream().map(Node::pid).toList();
        try (Connection database = fleet.database().connect(); Statement statement = database.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            statement.execute("ALTER SYSTEM SET default_transaction_read_only = on");
            try {
                statement.execute("SELECT pg_reload_conf()");
                for (Client node : adas) {
                    Answer refused = await(node, 503);
                    assertThat(refused.header("Retry-After")).isNotEmpty();
                    assertThat(refused.at("code")).isEqualTo("unavailable");
                    assertThat(node.get("albums").status()).isIn(200, 503);
                }
            } finally {
                statement.execute("ALTER SYSTEM RESET default_transaction_read_only");
                statement.execute("SELECT pg_reload_conf()");
            }
        }
        long back = System.nanoTime();
        adas.forEach(node -> await(node, 201));
        LOG.info("all write again {} ms after the database does", (System.nanoTime() - back) / 1e6);
        assertThat(fleet.nodes().stream().map(Node::pid).toList()).as("without a restart").isEqualTo(processes);
    }

    private static Answer await(Client node, int status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = node.post("albums", Map.of("title", "Sea"));
            if (answer.status() == status) {
                return answer;
            }
            assertThat(answer.status()).as(answer.text()).isIn(201, 503);
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
        }
    }

    /** What is done while visitors come. */
    private interface Meanwhile {
        void happens(BalancingProxy proxy) throws Exception;
    }

    @Test
    @Order(3)
    void areRestartedInTurnWithoutAFailedRequest() throws Exception {
        List<Integer> all = fleet.nodes().stream().map(Node::number).toList();
        visited("visitor", all, proxy -> {
            for (int restarts = 0; restarts < RESTARTS; restarts++) {
                Node node = fleet.nodes().get(restarts % NODES);
                node.stop();
                assertThat(start(node, Map.of())).isTrue();
                proxy.knows(node.number(), at(node.number()));
                proxy.awaitReady(node.number());
            }
            Node last = fleet.nodes().getLast();
            last.stop();
            assertThat(start(last, Map.of("ALBUMEN_ROLES", "worker"))).isTrue();
        });

        assertSendsClientsAway(fleet.nodes().getLast());
    }

    /** It only does jobs. */
    private void assertSendsClientsAway(Node node) {
        Client there = Client.of(at(node.number()));
        assertThat(there.get("albums").expect(503).header("Retry-After")).isNotEmpty();
        there.get("/health/readiness").expect(200);
        assertThat(there.get("/prometheus").expect(200).text())
                .containsPattern("albumen_node_roles\\{[^}]*role=\"worker\"[^}]*} 1").containsPattern("albumen_node_roles\\{[^}]*role=\"web\"[^}]*} 0");
    }

    /** Those of the given nodes. Whatever happens, nobody has a request fail twice, and all that was made is there. */
    private void visited(String name, List<Integer> nodes, Meanwhile meanwhile) throws Exception {
        Ending ending = new Ending();
        List<Visitor> visitors = new ArrayList<>();
        try (BalancingProxy proxy = new BalancingProxy()) {
            nodes.forEach(node -> proxy.knows(node, at(node)));
            nodes.forEach(proxy::awaitReady);
            List<Thread> running = new ArrayList<>();
            for (int number = 0; number < VISITORS; number++) {
                Visitor visitor = new Visitor(Client.of(proxy.address()), name + number, ending, number);
                visitors.add(visitor);
                running.add(Thread.ofVirtual().start(visitor));
            }
            try {
                meanwhile.happens(proxy);
            } finally {
                ending.come();
                for (Thread thread : running) {
                    thread.join();
                }
            }
        }
        LOG.info("{}: {} calls, of which {} took a second try", name,
                visitors.stream().mapToInt(Visitor::calls).sum(), visitors.stream().mapToInt(Visitor::repeated).sum());
        for (Visitor visitor : visitors) {
            assertThat(visitor.failures()).isEmpty();
            assertThat(visitor.calls()).isPositive();
            assertKept(visitor);
        }
    }

    /** All that was made is there once, and its pictures are worked on, whatever node had begun that. */
    private void assertKept(Visitor visitor) {
        Client here = new Client(at(0), visitor.signedIn().headers());
        int albums = 0;
        String next = "albums?limit=100";
        while (next != null) {
            Answer page = here.get(next).expect(200);
            albums += page.items("id").size();
            String cursor = page.json().path("nextCursor").asText("");
            next = cursor.isEmpty() ? null : "albums?limit=100&cursor=" + cursor;
        }
        assertThat(albums).as("with the master album, or without").isBetween(visitor.albums(), visitor.albums() + 1);
        visitor.images().forEach(image -> assertThat(here.settled(image).path("status").asText()).isEqualTo("ready"));
    }

    /** Of the schema as it is now, the release before knows less. */
    @Test
    @Order(4)
    @EnabledIfSystemProperty(named = "albumen.test.previous", matches = ".+", disabledReason = "no jars of a release before are given")
    void workBesideTheReleaseBefore() throws Exception {
        Path lib = Path.of(System.getProperty("albumen.test.previous"));
        Node replaced = fleet.nodes().get(1);
        replaced.stop();
        try (AlbumenProcess other = AlbumenProcess.startOther(lib, replaced.home(), fleet.settings())) {
            URI address = other.awaitReady();
            visited("mixed", List.of(0), proxy -> {
                proxy.knows(1, address);
                proxy.awaitReady(1);
                new Ending().pause(Duration.ofSeconds(20));
            });
            assertThat(other.errors()).doesNotContain(" ERROR ");
        }
    }
}
