package dev.albumen.bootstrap.access;

import dev.albumen.bootstrap.database.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of every table as they were at one moment, brought back after each change. */
final class Snapshot implements AutoCloseable {

    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND table_name NOT IN ('audit_events', 'jobs', 'dead_jobs', 'throttle_buckets', 'flyway_schema_history',
                    'share_days', 'share_day_images', 'share_visitors', 'visitor_salts')
            ORDER BY 1
            """;
    private static final String DEADLOCK = "40P01";
    private static final int MOST_TRIES = 10;
    private static final List<String> MADE = List.of(
            "albums", "audit_events", "boards", "categories", "comments", "images", "invites", "replays", "saved_searches", "sessions",
            "share_recipients", "shares", "signing_keys", "tags", "user_groups", "users");

    /** Which tables have changed, so that a change to one does not cost the copying of all. */
    private static final String NOTE_CHANGES = """
            CREATE TABLE snapshot.changes (name text);
            CREATE FUNCTION snapshot.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO snapshot.changes VALUES (TG_TABLE_NAME);
                RETURN NULL;
            END $$
            """;
    private static final String CHANGED = "WITH seen AS (DELETE FROM snapshot.changes RETURNING name) SELECT DISTINCT name FROM seen";

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot take(DatabaseAccess database) throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(TABLES)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            statement.execute("CREATE SCHEMA snapshot");
            statement.execute("SET synchronous_commit = off");
            // Neither triggers nor foreign keys: what comes back was consistent.
            statement.execute("SET session_replication_role = replica");
            statement.execute(NOTE_CHANGES);
            for (String table : tables) {
                statement.execute("CREATE TABLE snapshot." + table + " AS TABLE public." + table);
                statement.execute("CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public." + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION snapshot.note_change()");
            }
            return new Snapshot(connection);
        }
    }

    void restore() {
        try (Statement statement = connection.createStatement()) {
            for (int tries = 1; !restored(statement); tries++) {
                if (tries == MOST_TRIES) {
                    throw new AssertionError("the tables are in use");
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** False where a worker that was at an image of before came in between. */
    private boolean restored(Statement statement) throws SQLException {
        try {
            statement.execute("BEGIN");
            List<String> changed = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(CHANGED)) {
                while (found.next()) {
                    changed.add(found.getString(1));
                }
            }
            statement.execute(changed.stream()
                    .map(table -> "DELETE FROM " + table + "; INSERT INTO " + table
                            + " OVERRIDING SYSTEM VALUE SELECT * FROM snapshot." + table + ";")
                    .collect(Collectors.joining("", "", "TRUNCATE throttle_buckets; COMMIT")));
            return true;
        } catch (SQLException e) {
            statement.execute("ROLLBACK");
            if (!e.getSQLState().equals(DEADLOCK)) {
                throw e;
            }
            return false;
        }
    }

    /** How many rows some tables have: of things that requests make and no worker does, and the trail of all changes. */
    Map<String, Long> sizes() {
        try (Statement statement = connection.createStatement()) {
            Map<String, Long> sizes = new TreeMap<>();
            for (String table : MADE) {
                try (ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    counted.next();
                    sizes.put(table, counted.getLong(1));
                }
            }
            return sizes;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
