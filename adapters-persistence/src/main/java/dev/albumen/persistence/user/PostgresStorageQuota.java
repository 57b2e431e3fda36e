package dev.albumen.persistence.user;

import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Usage;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Counts beside the account, in one conditional update: the row lock is what makes charges wait for each other. */
@Singleton
final class PostgresStorageQuota implements StorageQuota {

    private static final String CHARGE = """
            UPDATE users SET used_bytes = used_bytes + ?
            WHERE id = ? AND (quota_bytes IS NULL OR ? <= quota_bytes - used_bytes - reserved_bytes)
            """;
    private static final String RELEASE = "UPDATE users SET used_bytes = used_bytes - ? WHERE id = ?";
    private static final String USAGE = """
            SELECT quota_bytes, quota_bytes IS NULL AS unlimited, used_bytes, reserved_bytes FROM users WHERE id = ?
            """;

    private final Sql sql;

    PostgresStorageQuota(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void charge(UserId user, long bytes) {
        if (sql.change(CHARGE, bytes, user.value(), bytes) == 0) {
            throw new Refusal.QuotaExceeded(usage(user).map(PostgresStorageQuota::left).orElseThrow(Refusal::notFound)).thrown();
        }
    }

    @Override
    public void release(UserId user, long bytes) {
        sql.change(RELEASE, bytes, user.value());
    }

    @Override
    public Optional<Usage> usage(UserId user) {
        return sql.find(USAGE,
                row -> new Usage(row.flag("unlimited") ? null : row.number("quota_bytes"), row.number("used_bytes"),
                        row.number("reserved_bytes")),
                user.value());
    }

    private static long left(Usage usage) {
        return usage.quotaBytes() == null ? Long.MAX_VALUE : Math.max(0, usage.quotaBytes() - usage.usedBytes() - usage.reservedBytes());
    }
}
