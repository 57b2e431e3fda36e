package dev.albumen.persistence.shared;

import java.util.List;

/**
 * Empties all tables between two tests. Most tests write a few rows into a few tables, which are sooner deleted than all
 * files of all tables and indexes are made anew, as {@code TRUNCATE} makes them.
 */
final class EmptyTables {

    private static final String TABLES = """
            SELECT string_agg(format('%I', tablename), ', ') AS names
            FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
            """;
    /** Dead rows count as well: they go with the files. */
    private static final String WRITTEN = """
            SELECT format('%I', relname) AS name, pg_table_size(oid) AS bytes
            FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
                AND pg_relation_size(oid) > 0
            """;
    private static final String RESTART = """
            SELECT count(setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)) AS restarted
            FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
            """;
    /** With more than this, dead rows would be in the way of the tests to come. */
    private static final long MOST_BYTES = 4 << 20;

    private final Sql sql;

    EmptyTables(Sql sql) {
        this.sql = sql;
    }

    private record Table(String name, long bytes) {}

    /** Within a transaction. Waits for whatever the test before has still under way. */
    void make() {
        // Even what is append-only must go between tests.
        sql.change("SET LOCAL session_replication_role = replica");
        String all = sql.one(TABLES, row -> row.text("names"));
        sql.change("LOCK TABLE " + all);
        List<Table> written = sql.list(WRITTEN, row -> new Table(row.text("name"), row.number("bytes")));
        if (written.stream().mapToLong(Table::bytes).sum() > MOST_BYTES) {
            sql.change("TRUNCATE " + all + " RESTART IDENTITY CASCADE");
        } else {
            written.forEach(table -> sql.change("DELETE FROM " + table.name()));
            sql.one(RESTART, row -> row.number("restarted"));
        }
    }
}
