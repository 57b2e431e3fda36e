package dev.albumen.persistence.shared;

import dev.albumen.application.shared.KeyMarks;
import jakarta.inject.Singleton;

@Singleton
final class PostgresKeyMarks implements KeyMarks {

    private static final String KEEP = "INSERT INTO instance_key (mark) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String KEPT = "SELECT mark FROM instance_key";

    private final Sql sql;

    PostgresKeyMarks(Sql sql) {
        this.sql = sql;
    }

    // Two statements, each for itself: whoever comes second waits for the first, and then sees what it kept.
    @Override
    public String keepFirst(String mark) {
        sql.change(KEEP, mark);
        return sql.one(KEPT, row -> row.text("mark"));
    }
}
