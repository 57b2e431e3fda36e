package dev.albumen.persistence.image;

import dev.albumen.application.image.StorageBooks;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sums rows in one statement, which sees one moment: counts and rows change in the same transactions. */
@Singleton
final class PostgresStorageBooks implements StorageBooks {

    private static final String WRONG = """
            SELECT u.id FROM users u
            LEFT JOIN (SELECT owner_id, sum(byte_size) AS bytes FROM images GROUP BY owner_id) i ON i.owner_id = u.id
            LEFT JOIN (SELECT user_id, sum(byte_size) AS bytes FROM reservations GROUP BY user_id) r ON r.user_id = u.id
            WHERE (u.used_bytes, u.reserved_bytes) <> (coalesce(i.bytes, 0), coalesce(r.bytes, 0))
            ORDER BY u.id
            """;
    /** What a charge waits for too. */
    private static final String LOCK = """
            SELECT used_bytes AS used, reserved_bytes AS reserved FROM users WHERE id = ? FOR NO KEY UPDATE
            """;
    private static final String FOUND = """
            SELECT (SELECT coalesce(sum(byte_size), 0) FROM images WHERE owner_id = ?)::bigint AS used,
                   (SELECT coalesce(sum(byte_size), 0) FROM reservations WHERE user_id = ?)::bigint AS reserved
            """;
    private static final String CORRECT = "UPDATE users SET used_bytes = ?, reserved_bytes = ? WHERE id = ?";

    private final Sql sql;

    PostgresStorageBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<UserId> wrong() {
        return sql.list(WRONG, row -> new UserId(row.uuid("id")));
    }

    @Override
    public Optional<Correction> correct(UserId user) {
        sql.requireTransaction();
        Optional<Bytes> counted = sql.find(LOCK, PostgresStorageBooks::bytes, user.value());
        return counted.flatMap(before -> {
            Bytes found = sql.one(FOUND, PostgresStorageBooks::bytes, user.value(), user.value());
            if (found.equals(before)) {
                return Optional.empty();
            }
            sql.change(CORRECT, found.used(), found.reserved(), user.value());
            return Optional.of(new Correction(before, found));
        });
    }

    private static Bytes bytes(Row row) throws SQLException {
        return new Bytes(row.number("used"), row.number("reserved"));
    }
}
