package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.LeftBehind;
import dev.albumen.bootstrap.bench.OwnInstance;
import dev.albumen.bootstrap.bench.Seeding;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.persistence.shared.MeasuredDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nodes on one database and one folder of pictures. */
final class Fleet implements AutoCloseable {

    private static final Map<String, String> CONFIGURATION = Map.of(
            "max_connections", "200",
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.track_utility", "off");
    private static final String POOL = "8";

    private final Path folder;
    private final EmbeddedDatabase database;
    private final LeftBehind leftBehind;
    private final List<OwnInstance> nodes = new ArrayList<>();

    private Fleet(Path folder, EmbeddedDatabase database) {
        this.folder = folder;
        this.database = database;
        this.leftBehind = new LeftBehind(database::close);
    }

    static Fleet start(Path folder, int count) throws IOException {
        Fleet fleet = new Fleet(folder, EmbeddedDatabase.start(folder.resolve("postgres"), CONFIGURATION));
        try {
            fleet.tell(MeasuredDatabase::count);
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path blobs = Files.createDirectory(folder.resolve("blobs"));
            for (int i = 0; i < count; i++) {
                Path home = Files.createDirectories(folder.resolve("node-" + i).resolve("home"));
                Files.createSymbolicLink(home.resolve("blobs"), blobs);
                fleet.nodes.add(OwnInstance.start(home, fleet.settings(Base64.getEncoder().encodeToString(key))));
            }
            return fleet;
        } catch (RuntimeException | IOException e) {
            fleet.close();
            throw e;
        }
    }

    private Map<String, String> settings(String key) {
        return Map.of(
                "ALBUMEN_DATABASE_URL", database.access().url(),
                "ALBUMEN_DATABASE_USER", database.access().user(),
                "ALBUMEN_DATABASE_PASSWORD", database.access().password(),
                "ALBUMEN_DATABASE_POOL_SIZE", POOL,
                "ALBUMEN_SECRET_KEY", key);
    }

    List<URI> addresses() {
        return nodes.stream().map(OwnInstance::address).toList();
    }

    List<ProcessHandle> nodes() {
        return nodes.stream().map(OwnInstance::process).toList();
    }

    /** All nodes and the database. */
    List<ProcessHandle> processes() {
        return Stream.concat(
                nodes().stream(),
                EmbeddedDatabase.runningIn(folder.resolve("postgres")).stream().map(EmbeddedDatabase.Running::process)).toList();
    }

    Path databaseLog() {
        return folder.resolve("postgres").resolve("postgresql.log");
    }

    DatabaseAccess access() {
        return database.access();
    }

    void seed(String user, int images) {
        Seeding.seed(database.access(), user, images);
    }

    /** Something that the database is asked or told. */
    @FunctionalInterface
    interface Asking<T> {
        T of(Connection connection) throws SQLException;
    }

    /** The same without an answer. */
    @FunctionalInterface
    interface Telling {
        void to(Connection connection) throws SQLException;
    }

    <T> T ask(Asking<T> asking) {
        try (Connection connection = connect()) {
            return asking.of(connection);
        } catch (SQLException e) {
            throw new BenchFailed("The database did not do what measuring needs: " + e.getMessage());
        }
    }

    void tell(Telling telling) {
        ask(connection -> {
            telling.to(connection);
            return true;
        });
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.access().url(), database.access().user(), database.access().password());
    }

    @Override
    public void close() {
        leftBehind.close();
        nodes.forEach(OwnInstance::close);
        database.close();
    }
}
