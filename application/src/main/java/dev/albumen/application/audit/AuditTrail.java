package dev.albumen.application.audit;

import dev.albumen.domain.audit.AuditEntry;

/** Keeps what was done, in the order of doing. What is kept is never changed and never removed. */
public interface AuditTrail {

    /**
     * Adds an entry in the transaction of the act itself, so that each lasts exactly if the other does.
     *
     * @throws IllegalStateException outside a write transaction
     */
    void append(AuditEntry entry);
}
