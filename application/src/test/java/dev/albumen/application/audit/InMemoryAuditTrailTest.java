package dev.albumen.application.audit;

import dev.albumen.domain.audit.AuditEntry;
import java.util.List;

class InMemoryAuditTrailTest extends AuditTrailContract {

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

    @Override
    protected void append(AuditEntry entry) {
        trail.append(entry);
    }

    @Override
    protected List<AuditEntry> kept() {
        return trail.entries();
    }
}
