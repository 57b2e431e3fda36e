package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that runs for a run: the database, the storage, and the nodes on both. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String KEY = "secret.key";
    /** Uploads that nobody completes end while the run lasts. Files may wait for their rows longer than any upload takes. */
    private static final Map<String, String> SETTINGS = Map.of(
            "ALBUMEN_UPLOADS_EXPIRY", "60s", "ALBUMEN_JOBS_FIRST_PAUSE", "200ms", "ALBUMEN_JOBS_CONCURRENCY", "2",
            "ALBUMEN_IMAGING_WORKERS", "1", "ALBUMEN_DATABASE_POOL_SIZE", "12", "ALBUMEN_SWEEP_EVERY", "15s", "ALBUMEN_SWEEP_GRACE", "60s");

    private final ChaosDatabase database;
    private final Store store;
    private final List<Node> nodes = new ArrayList<>();

    /** @param disk where homes are, and blobs that are kept in a folder */
    Fleet(Options options, Path folder, Path disk, Store store) throws IOException {
        this.store = store;
        Path home = folder.resolve("database");
        this.database = ChaosDatabase.start(home);
        Path clock = ClockJar.writeTo(folder.resolve("clock.jar"));
        for (int number = 0; number < options.nodes(); number++) {
            Path own = Files.createDirectories(disk.resolve("node-" + number));
            // What is sealed in the prepared database is sealed with this one.
            Files.copy(home.resolve(KEY), own.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
            store.prepare(own);
            nodes.add(new Node(number, own, folder.resolve("node-" + number + ".log"), clock));
        }
    }

    ChaosDatabase database() {
        return database;
    }

    Store store() {
        return store;
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    Client anyoneAt(int node) {
        return Client.of(nodes.get(node).service());
    }

    /** One that is ready as far as is known. While none is, waits a while for one, and then is any: it may be wrong about them. */
    Node drawn(Dice dice, Ending ending) {
        ending.pauseUntil(() -> nodes.stream().anyMatch(Node::isUp), PATIENCE);
        List<Node> up = nodes.stream().filter(Node::isUp).toList();
        return dice.one(up.isEmpty() ? nodes : up);
    }

    /** How many calls all nodes have answered. */
    long answers() {
        return nodes.stream().mapToLong(Node::answers).sum();
    }

    /** Waits for so many answers, for so long at most; says whether there is time left. */
    boolean pause(Ending ending, int answers, Duration most) {
        long due = answers() + answers;
        return ending.pauseUntil(() -> answers() >= due, most);
    }

    /** Starts a node once; says whether it became ready. */
    boolean start(Node node, Duration clockOffset, Map<String, String> more) {
        Map<String, String> settings = settings();
        settings.putAll(more);
        return node.start(settings, clockOffset);
    }

    /** What all nodes are told, by environment names. */
    Map<String, String> settings() {
        DatabaseAccess access = database.forNodes();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(store.settings());
        settings.putAll(Map.of(
                "ALBUMEN_DATABASE_URL", access.url(), "ALBUMEN_DATABASE_USER", access.user(), "ALBUMEN_DATABASE_PASSWORD", access.password()));
        return settings;
    }

    @Override
    public void close() throws Exception {
        for (Node node : nodes) {
            node.close();
        }
        database.close();
        store.close();
    }
}
