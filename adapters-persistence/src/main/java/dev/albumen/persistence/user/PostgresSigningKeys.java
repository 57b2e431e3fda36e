package dev.albumen.persistence.user;

import dev.albumen.application.user.SigningKeys;
import dev.albumen.domain.user.SigningKey;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class PostgresSigningKeys implements SigningKeys {

    private static final String CURRENT = "SELECT * FROM signing_keys WHERE retired_at IS NULL";
    private static final String SINCE = """
            SELECT * FROM signing_keys WHERE retired_at IS NULL OR retired_at > ? ORDER BY retired_at DESC NULLS FIRST
            """;
    private static final String ADD = "INSERT INTO signing_keys (kid, public_key, private_key, created_at) VALUES (?, ?, ?, ?)";
    private static final String UNLESS_ANOTHER_SIGNS = " ON CONFLICT ((true)) WHERE retired_at IS NULL DO NOTHING";
    private static final String RETIRE = "UPDATE signing_keys SET retired_at = ? WHERE retired_at IS NULL";

    private final Sql sql;

    PostgresSigningKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SigningKey> current() {
        return sql.find(CURRENT, PostgresSigningKeys::key);
    }

    @Override
    public List<SigningKey> since(Instant retiredAfter) {
        return sql.list(SINCE, PostgresSigningKeys::key, retiredAfter);
    }

    @Override
    public void addFirst(SigningKey key) {
        sql.change(ADD + UNLESS_ANOTHER_SIGNS, key.kid(), key.publicKey(), key.privateKey(), key.createdAt());
    }

    @Override
    public void replaceCurrent(SigningKey next, Instant now) {
        sql.change(RETIRE, now);
        sql.change(ADD, next.kid(), next.publicKey(), next.privateKey(), next.createdAt());
    }

    private static SigningKey key(Row row) throws SQLException {
        return new SigningKey(row.text("kid"), row.bytes("public_key"), row.bytes("private_key"), row.time("created_at"),
                row.timeOrNull("retired_at"));
    }
}
