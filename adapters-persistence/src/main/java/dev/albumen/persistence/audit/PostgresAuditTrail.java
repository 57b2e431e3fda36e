package dev.albumen.persistence.audit;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.persistence.shared.Json;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Locale;

@Singleton
final class PostgresAuditTrail implements AuditTrail {

    private static final String APPEND = """
            INSERT INTO audit_events (occurred_at, user_id, action, module, level, resource_id, metadata)
            VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb))
            """;

    private final Sql sql;
    private final Json json;

    PostgresAuditTrail(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void append(AuditEntry entry) {
        sql.requireTransaction();
        sql.change(APPEND, entry.occurredAt(), entry.userId() == null ? null : entry.userId().value(), entry.action(),
                entry.module(), entry.level().name().toLowerCase(Locale.ROOT), entry.resourceId(),
                json.write(entry.metadata()));
    }
}
