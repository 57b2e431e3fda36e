package dev.albumen.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.audit.AuditTrailContract;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Json;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.core.type.Argument;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest extends AuditTrailContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final AuditEntry ENTRY =
            new AuditEntry(null, "album.create", AuditEntry.Level.INFO, null, Map.of(), Instant.EPOCH);

    private final AuditTrail trail = POSTGRES.bean(AuditTrail.class);
    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Sql sql = POSTGRES.bean(Sql.class);
    private final Json json = POSTGRES.bean(Json.class);

    @Override
    protected void append(AuditEntry entry) {
        transactions.writing(() -> trail.append(entry));
    }

    @Override
    protected List<AuditEntry> kept() {
        return sql.list("SELECT * FROM audit_events ORDER BY id", this::entry);
    }

    private AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                row.uuidOrNull("user_id") == null ? null : new UserId(row.uuid("user_id")), row.text("action"),
                AuditEntry.Level.valueOf(row.text("level").toUpperCase(Locale.ROOT)), row.textOrNull("resource_id"),
                json.read(row.text("metadata"), Argument.mapOf(String.class, String.class)), row.time("occurred_at"));
    }

    @Test
    void keepsNothingOfAnActThatRolledBack() {
        assertThatThrownBy(() -> transactions.writing(() -> {
            trail.append(ENTRY);
            throw Refusal.notFound();
        })).isInstanceOf(RefusedException.class);

        assertThat(kept()).isEmpty();
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> trail.append(ENTRY)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_events SET level = 'info'", "DELETE FROM audit_events", "TRUNCATE audit_events"})
    void refusesEveryOtherChange(String change) {
        append(ENTRY);

        assertThatThrownBy(() -> sql.change(change)).hasRootCauseMessage("ERROR: table audit_events is append-only\n"
                + "  Where: PL/pgSQL function refuse_change() line 3 at RAISE");
        assertThat(kept()).hasSize(1);
    }
}
