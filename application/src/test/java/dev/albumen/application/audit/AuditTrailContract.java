package dev.albumen.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.audit.AuditEntry.Level;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every audit trail does. */
public abstract class AuditTrailContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123456Z");

    /** Adds an entry in a write transaction of its own. */
    protected abstract void append(AuditEntry entry);

    /** All that is kept, oldest first. */
    protected abstract List<AuditEntry> kept();

    @Test
    void keepsEveryFieldOfAnEntry() {
        AuditEntry entry = new AuditEntry(
                new UserId(new UUID(1, 2)), "album.create", Level.SECURITY, "album-1", Map.of("title", "Søen \"2\" \\ 海"), NOON);

        append(entry);

        assertThat(kept()).containsExactly(entry);
    }

    @Test
    void keepsAnEntryOfNobodyAboutNothing() {
        AuditEntry entry = new AuditEntry(null, "auth.login-failed", Level.WARNING, null, Map.of(), NOON);

        append(entry);

        assertThat(kept()).containsExactly(entry);
    }

    @Test
    void keepsTheOrderOfDoing() {
        for (String action : List.of("image.upload", "image.change", "image.trash")) {
            append(new AuditEntry(null, action, Level.INFO, null, Map.of(), NOON));
        }

        assertThat(kept()).extracting(AuditEntry::action).containsExactly("image.upload", "image.change", "image.trash");
    }
}
