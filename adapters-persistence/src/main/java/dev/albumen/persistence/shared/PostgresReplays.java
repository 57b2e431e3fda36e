package dev.albumen.persistence.shared;

import dev.albumen.application.shared.Replays;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Claims are advisory locks of the transaction, which the server lets go with it or with its connection. */
@Singleton
final class PostgresReplays implements Replays {

    /** The seed keeps them apart from the locks on contents. */
    private static final String CLAIM = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 15)) AS claimed";
    private static final String FIND = "SELECT fingerprint, answer, kept_at FROM replays WHERE scope = ? AND name = ? AND part = ?";
    private static final String KEEP = """
            INSERT INTO replays (scope, name, part, fingerprint, answer, kept_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (scope, name, part) DO UPDATE
            SET fingerprint = excluded.fingerprint, answer = excluded.answer, kept_at = excluded.kept_at
            """;
    private static final String FORGET = "DELETE FROM replays WHERE kept_at < ?";

    private final Sql sql;

    PostgresReplays(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean claim(Key key) {
        sql.requireTransaction();
        return sql.one(CLAIM, row -> row.flag("claimed"), key.scope() + '\n' + key.name() + '\n' + key.part());
    }

    @Override
    public Optional<Kept> find(Key key) {
        return sql.find(FIND, row -> new Kept(row.text("fingerprint"), row.bytes("answer"), row.time("kept_at")),
                key.scope(), key.name(), key.part());
    }

    @Override
    public void keep(Key key, Kept kept) {
        sql.requireTransaction();
        sql.change(KEEP, key.scope(), key.name(), key.part(), kept.fingerprint(), kept.answer(), kept.keptAt());
    }

    @Override
    public int forget(Instant before) {
        return sql.change(FORGET, before);
    }
}
