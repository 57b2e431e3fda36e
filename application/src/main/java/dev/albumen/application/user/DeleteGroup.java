package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes a group. What its members saw through it alone, they see no longer. */
public final class DeleteGroup {

    private final Transactions transactions;
    private final Groups groups;
    private final FindGroup find;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteGroup(
            Transactions transactions, Groups groups, GroupMembers members, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.groups = groups;
        this.find = new FindGroup(groups, members);
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(GroupId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Stale.unless(command.expected(), find.managed(viewer, command.id()).version());
            groups.delete(command.id());
            audit.append(AuditEntry.by(viewer, "group.delete", command.id(), clock.instant()));
        });
    }
}
