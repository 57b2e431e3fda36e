package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.database.RunningDatabase;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.bootstrap.process.PreparedHome;
import dev.albumen.bootstrap.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database of two servers, of which the one that takes writes dies and the other takes its place. */
@Timeout(600)
class FailoverIT {

    private static final Logger LOG = LoggerFactory.getLogger(FailoverIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> acknowledged = new ArrayList<>();
    private int tries;

    @Test
    void isFollowedWithoutARestartAndLosesNothing(@TempDir Path folder, @TempDir Path another) throws Exception {
        try (ChaosDatabase primary = ChaosDatabase.start(folder);
                EmbeddedDatabase standby = standbyOf(primary.access(), another)) {
            try (Connection database = primary.connect()) {
                waitForTheStandbyInEachCommit(database);
            }
            Map<String, String> settings = Map.of(
                    "ALBUMEN_DATABASE_URL", "jdbc:postgresql://" + host(standby.access()) + "," + host(primary.access()) + "/albumen",
                    "ALBUMEN_DATABASE_USER", primary.access().user(), "ALBUMEN_DATABASE_PASSWORD", primary.access().password());
            try (InProcess service = InProcess.start(folder, settings)) {
                Client ada = Client.of(service.address()).register("ada");
                await(ada, 201);
                assertThat(takesWrites(RunningDatabase.of(Settings.read(settings, Map.of())))).as("what commands find").isTrue();

                primary.kill();
                await(ada, 503);
                ada.get("/health/readiness").expect(503);
                promote(standby.access());
                long promoted = System.nanoTime();
                await(ada, 201);
                LOG.info("written again {} ms after the promotion", (System.nanoTime() - promoted) / 1e6);

                awaitFound(ada, "/health/readiness");
                assertThat(awaitFound(ada, "albums?limit=100").items("title")).containsAll(acknowledged);
            }
        }
    }

    /** Made of a copy that was not running, it takes up what the other has written since. */
    private static EmbeddedDatabase standbyOf(DatabaseAccess primary, Path home) throws IOException {
        PreparedHome.copyTo(home);
        Path cluster;
        try (Stream<Path> found = Files.list(home.resolve("postgres"))) {
            cluster = found.filter(one -> one.getFileName().toString().startsWith("data-")).findFirst().orElseThrow();
        }
        Files.createFile(cluster.resolve("standby.signal"));
        URI server = server(primary);
        Files.writeString(cluster.resolve("postgresql.auto.conf"), "primary_conninfo = 'host=%s port=%d user=%s password=%s'%n"
                .formatted(server.getHost(), server.getPort(), primary.user(), primary.password()), StandardOpenOption.APPEND);
        return EmbeddedDatabase.start(home.resolve("postgres"));
    }

    private static URI server(DatabaseAccess access) {
        return URI.create(access.url().substring("jdbc:".length()));
    }

    private static String host(DatabaseAccess access) {
        return server(access).getAuthority();
    }

    /** Without that, a commit that was answered may die with its server. */
    private static void waitForTheStandbyInEachCommit(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            statement.execute("SELECT pg_reload_conf()");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isThere(statement, "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")) {
                assertThat(System.nanoTime()).as("deadline").isLessThan(end);
                new Ending().pause(Duration.ofMillis(20));
            }
        }
    }

    private static boolean isThere(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private static void promote(DatabaseAccess standby) throws SQLException {
        try (Connection database = connect(standby); Statement statement = database.createStatement()) {
            statement.execute("SELECT pg_promote()");
        }
    }

    private static boolean takesWrites(DatabaseAccess access) throws SQLException {
        try (Connection database = connect(access); Statement statement = database.createStatement()) {
            return isThere(statement, "SELECT 1 WHERE NOT pg_is_in_recovery()");
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    /** Makes albums until an answer has that status. */
    private void await(Client ada, int status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String title = "Album " + tries++;
            Answer answer = ada.post("albums", Map.of("title", title));
            if (answer.status() == 201) {
                acknowledged.add(title);
            } else {
                assertThat(answer.expect(503).header("Retry-After")).isNotEmpty();
                assertThat(answer.at("code")).isEqualTo("unavailable");
            }
            if (answer.status() == status) {
                return;
            }
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
        }
    }

    /** Connections are found again one by one. */
    private static Answer awaitFound(Client ada, String path) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = ada.get(path);
            if (answer.status() == 200) {
                return answer;
            }
            answer.expect(503);
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
        }
    }
}
