package dev.albumen.persistence.user;

import dev.albumen.application.user.ForeignTokens;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class PostgresForeignTokens implements ForeignTokens {

    private static final String SESSION = "SELECT session_id FROM foreign_tokens WHERE hash = ?";
    private static final String ADD =
            "INSERT INTO foreign_tokens (hash, session_id, expires_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING";
    private static final String PURGE = "DELETE FROM foreign_tokens WHERE expires_at <= ?";

    private final Sql sql;

    PostgresForeignTokens(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SessionId> session(Sha256 token) {
        return sql.find(SESSION, row -> new SessionId(row.uuid("session_id")), token.hex());
    }

    @Override
    public boolean add(Sha256 token, SessionId session, Instant expiresAt) {
        return sql.change(ADD, token.hex(), session.value(), expiresAt) == 1;
    }

    @Override
    public int purge(Instant now) {
        return sql.change(PURGE, now);
    }
}
