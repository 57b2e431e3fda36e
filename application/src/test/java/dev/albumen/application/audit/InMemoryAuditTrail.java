package dev.albumen.application.audit;

import dev.albumen.domain.audit.AuditEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps entries in memory. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void append(AuditEntry entry) {
        entries.add(entry);
    }

    /** All entries, oldest first. */
    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    /** The actions of all entries, oldest first. */
    public List<String> actions() {
        return entries.stream().map(AuditEntry::action).toList();
    }
}
