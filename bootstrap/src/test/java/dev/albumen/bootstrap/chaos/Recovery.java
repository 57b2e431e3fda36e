package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What follows the faults: everything runs again, jobs end, uploads that nobody completed expire, and one sweep is made. */
final class Recovery {

    static final String REVIVED = "deadJobsRevived";
    static final String STAGED = "filesLeftInStaging";
    static final String SETTLED = "settled";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** The only sweep is the one that is asked for, and it spares nothing. */
    private static final Map<String, String> ONE_SWEEP = Map.of("ALBUMEN_SWEEP_EVERY", "24h", "ALBUMEN_SWEEP_GRACE", "1s");
    /** Pauses after failures are for systems that do not answer; this one does now. */
    private static final String HURRY = "UPDATE jobs SET execution_time = now() WHERE NOT picked AND task_instance <> 'recurring'";
    private static final String WAITING = "SELECT count(*) FROM jobs WHERE task_instance <> 'recurring'";
    private static final String DEAD = "SELECT count(*) FROM dead_jobs";
    private static final String EXPIRE = "UPDATE uploads SET expires_at = now() - interval '1 minute' WHERE image_id IS NULL";
    private static final String OPEN_UPLOADS = "SELECT count(*) FROM uploads WHERE image_id IS NULL";
    /** While no node runs that could be at it. */
    private static final String POSTPONE_SWEEPS = """
            UPDATE jobs SET execution_time = now() + interval '1 day', picked = false, picked_by = NULL, last_heartbeat = NULL
            WHERE task_name = 'sweep-blobs'
            """;
    private static final String START_SWEEP =
            "UPDATE jobs SET execution_time = now(), last_success = NULL WHERE task_name = 'sweep-blobs' AND NOT picked";
    private static final String SWEPT = "SELECT count(*) FROM jobs WHERE task_name = 'sweep-blobs' AND last_success IS NOT NULL";
    private static final String START_EXPIRY =
            "UPDATE jobs SET execution_time = now() WHERE task_name = 'expire-uploads' AND NOT picked";

    private final Fleet fleet;
    private final Measures measures;

    Recovery(Fleet fleet, Measures measures) {
        this.fleet = fleet;
        this.measures = measures;
    }

    /** Once no client calls any more. */
    void settle() throws SQLException, IOException {
        long begun = System.nanoTime();
        fleet.nodes().forEach(Node::stop);
        try (Connection connection = fleet.database().connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(POSTPONE_SWEEPS);
        }
        fleet.nodes().parallelStream().forEach(node -> {
            if (!fleet.start(node, Duration.ZERO, ONE_SWEEP)) {
                throw new AssertionError("node " + node.number() + " did not start after the faults");
            }
        });
        try (Connection connection = fleet.database().connect(); Statement statement = connection.createStatement()) {
            finishJobs(statement);
            statement.executeUpdate(EXPIRE);
            await(statement, OPEN_UPLOADS, 0, START_EXPIRY);
            sweep(statement);
            finishJobs(statement);
        }
        measures.count(STAGED, filesInStaging());
        measures.took(SETTLED, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private void finishJobs(Statement statement) throws SQLException {
        do {
            await(statement, WAITING, 0, HURRY);
        } while (revive() > 0);
        await(statement, DEAD, 0, HURRY);
    }

    /** As an admin does with what was given up while nothing answered. */
    private int revive() {
        Client admin = fleet.anyoneAt(0).signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        int revived = 0;
        for (JsonNode job : admin.get("admin/jobs?state=dead&limit=200").expect(200).json().path("items")) {
            admin.post("admin/jobs/" + job.path("id").asText() + "/retry", "").expect(200);
            revived++;
        }
        measures.count(REVIVED, revived);
        return revived;
    }

    private void sweep(Statement statement) throws SQLException {
        // What came last must be older than the grace.
        new Ending().pause(Duration.ofSeconds(2));
        while (statement.executeUpdate(START_SWEEP) == 0) {
            new Ending().pause(PAUSE);
        }
        await(statement, SWEPT, 1, SWEPT);
    }

    /** Does something that helps, until a number is what it should be. */
    private static void await(Statement statement, String number, long due, String help) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(statement, number) != due) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + PATIENCE + " still " + number(statement, number) + ": " + number);
            }
            statement.execute(help);
            new Ending().pause(PAUSE);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private long filesInStaging() throws IOException {
        List<Path> folders = fleet.nodes().stream().map(node -> node.home().resolve("staging")).toList();
        long files = 0;
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                files += found.filter(Files::isRegularFile).count();
            }
        }
        return files;
    }
}
