package dev.albumen.persistence.user;

import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ReservationId;
import dev.albumen.domain.user.Usage;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts beside the account, in one conditional update: the row lock is what makes changes wait for each other. */
@Singleton
final class PostgresStorageQuota implements StorageQuota {

    private static final String COUNTED = "RETURNING quota_bytes, used_bytes, reserved_bytes";
    private static final String CHARGE = """
            UPDATE users SET used_bytes = used_bytes + ?
            WHERE id = ? AND (quota_bytes IS NULL OR ? <= quota_bytes - used_bytes - reserved_bytes)
            """ + COUNTED;
    private static final String RELEASE = "UPDATE users SET used_bytes = used_bytes - ? WHERE id = ?";
    private static final String HOLD = """
            UPDATE users SET reserved_bytes = reserved_bytes + ?
            WHERE id = ? AND (quota_bytes IS NULL OR ? <= quota_bytes - used_bytes - reserved_bytes)
            """ + COUNTED;
    private static final String RESERVE = "INSERT INTO reservations (id, user_id, byte_size) VALUES (?, ?, ?)";
    private static final String END = "DELETE FROM reservations WHERE id = ? RETURNING user_id, byte_size";
    private static final String SETTLE = """
            UPDATE users SET reserved_bytes = reserved_bytes - ?, used_bytes = used_bytes + ? WHERE id = ?
            """ + COUNTED;
    private static final String SHRINK = """
            UPDATE reservations SET byte_size = byte_size - ? WHERE id = ? AND byte_size >= ? RETURNING user_id, byte_size
            """;
    private static final String LET_GO = "UPDATE users SET reserved_bytes = reserved_bytes - ? WHERE id = ?";
    private static final String USAGE = "SELECT quota_bytes, used_bytes, reserved_bytes FROM users WHERE id = ?";

    private final Sql sql;

    PostgresStorageQuota(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Usage charge(UserId user, long bytes) {
        return taken(CHARGE, user, bytes);
    }

    @Override
    public void release(UserId user, long bytes) {
        sql.change(RELEASE, bytes, user.value());
    }

    @Override
    public Usage reserve(UserId user, ReservationId id, long bytes) {
        sql.requireTransaction();
        Usage usage = taken(HOLD, user, bytes);
        sql.change(RESERVE, id.value(), user.value(), bytes);
        return usage;
    }

    @Override
    public Optional<Usage> settle(ReservationId id, long bytes) {
        sql.requireTransaction();
        return sql.find(END, Held::read, id.value()).map(held -> {
            if (bytes > held.bytes()) {
                throw new IllegalArgumentException(bytes + " bytes were stored and " + held.bytes() + " reserved");
            }
            return sql.one(SETTLE, PostgresStorageQuota::usage, held.bytes(), bytes, held.user().value());
        });
    }

    @Override
    public boolean giveUp(ReservationId id) {
        return settle(id, 0).isPresent();
    }

    @Override
    public boolean giveUpPart(ReservationId id, long bytes) {
        sql.requireTransaction();
        Optional<Held> left = sql.find(SHRINK, Held::read, bytes, id.value(), bytes);
        left.ifPresent(held -> sql.change(LET_GO, bytes, held.user().value()));
        return left.isPresent();
    }

    @Override
    public Optional<Usage> usage(UserId user) {
        return sql.find(USAGE, PostgresStorageQuota::usage, user.value());
    }

    private Usage taken(String statement, UserId user, long bytes) {
        return sql.find(statement, PostgresStorageQuota::usage, bytes, user.value(), bytes).orElseThrow(() ->
                new Refusal.QuotaExceeded(usage(user).orElseThrow(Refusal::notFound).bytesLeft()).thrown());
    }

    private static Usage usage(Row row) throws SQLException {
        @Nullable Long quota = row.numberOrNull("quota_bytes");
        return new Usage(quota, row.number("used_bytes"), row.number("reserved_bytes"));
    }

    private record Held(UserId user, long bytes) {

        static Held read(Row row) throws SQLException {
            return new Held(new UserId(row.uuid("user_id")), row.number("byte_size"));
        }
    }
}
