package dev.albumen.persistence.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database says of itself, for measuring. The server has pg_stat_statements among its libraries. */
public final class MeasuredDatabase {

    private static final String COUNTING = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements";
    /** All but those of the measuring itself. */
    private static final String STATEMENTS = """
            SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
            WHERE query NOT LIKE '%pg_stat_%'
            """;
    private static final String SIZE = "SELECT pg_database_size(current_database())";
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    private static final String LOGGED = "ALTER SYSTEM SET log_statement = 'all'";
    private static final String NOT_LOGGED = "ALTER SYSTEM RESET log_statement";
    private static final String RELOADED = "SELECT pg_reload_conf()";

    private MeasuredDatabase() {}

    /** From now on, statements are counted. */
    public static void count(Connection connection) throws SQLException {
        run(connection, COUNTING);
    }

    /** How many statements were run, of this and of every other session. */
    public static long statements(Connection connection) throws SQLException {
        return number(connection, STATEMENTS);
    }

    /** In bytes, with indexes. */
    public static long size(Connection connection) throws SQLException {
        return number(connection, SIZE);
    }

    /** How many sessions wait now for a lock that another one holds. */
    public static long waitingForLocks(Connection connection) throws SQLException {
        return number(connection, WAITING);
    }

    /** What was written is on the disk and known to the planner: neither is done while somebody measures. */
    public static void settle(Connection connection) throws SQLException {
        run(connection, "VACUUM ANALYZE");
        run(connection, "CHECKPOINT");
    }

    /** Whether every statement of every session is written to the server's log, with its values. */
    public static void log(Connection connection, boolean on) throws SQLException {
        run(connection, on ? LOGGED : NOT_LOGGED);
        run(connection, RELOADED);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
