package dev.albumen.bootstrap.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL that Albumen runs in its home, on loopback, with a password, and with every safeguard of the data on. */
public final class EmbeddedDatabase implements Database {

    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "albumen";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(60);
    private final EmbeddedPostgres server;
    private final Path cluster;
    private final DatabaseAccess access;

    private EmbeddedDatabase(EmbeddedPostgres server, Path cluster, DatabaseAccess access) {
        this.server = server;
        this.cluster = cluster;
        this.access = access;
    }

    /**
     * Starts the server on a cluster in the folder, made on the first start. A server that outlived its process is taken
     * over.
     */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, Map.of());
    }

    /** @param more of PostgreSQL's own configuration, for measuring */
    public static EmbeddedDatabase start(Path folder, Map<String, String> more) {
        try {
            Cluster cluster = Cluster.in(folder);
            EmbeddedPostgres server = cluster.start(more);
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
            EmbeddedDatabase started = new EmbeddedDatabase(
                    server, cluster.path(), new DatabaseAccess(url + DATABASE, SUPERUSER, cluster.password()));
            try {
                started.prepare(url + SUPERUSER);
            } catch (SQLException | RuntimeException e) {
                started.close();
                throw e;
            }
            return started;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start in " + folder, e);
        }
    }

    /** A server that runs for some process. */
    public record Running(ProcessHandle process, DatabaseAccess access) {}

    /** The server that runs on the folder's cluster now; empty where there is none. */
    public static Optional<Running> runningIn(Path folder) {
        try {
            Optional<ClusterFile> file = Cluster.rememberedIn(folder);
            Optional<Postmaster> server =
                    file.isEmpty() ? Optional.empty() : Postmaster.of(folder.resolve(file.get().folder()));
            return server.map(found -> new Running(
                    found.process(),
                    new DatabaseAccess(
                            "jdbc:postgresql://127.0.0.1:" + found.port() + "/" + DATABASE, SUPERUSER, file.get().password())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void prepare(String maintenanceUrl) throws SQLException {
        try (Connection connection = DriverManager.getConnection(maintenanceUrl, access.user(), access.password());
                Statement statement = connection.createStatement()) {
            requireOn(statement, "fsync");
            requireOn(statement, "synchronous_commit");
            requireOn(statement, "full_page_writes");
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            return found.next();
        }
    }

    /** Without these, a commit that was answered could be lost in a power cut. */
    private static void requireOn(Statement statement, String safeguard) throws SQLException {
        try (ResultSet shown = statement.executeQuery("SHOW " + safeguard)) {
            shown.next();
            if (!"on".equals(shown.getString(1))) {
                throw new IllegalStateException("PostgreSQL runs with " + safeguard + " " + shown.getString(1));
            }
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    /** Stops the server and waits until its process is gone. */
    @Override
    public void close() {
        try {
            var postmaster = Postmaster.of(cluster);
            server.close();
            if (postmaster.isPresent()) {
                // The library waits five seconds; a large checkpoint takes longer.
                postmaster.get().process().onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (IOException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
