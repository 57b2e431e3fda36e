package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Takes a user out of a group. Members can leave by themselves. */
public final class RemoveFromGroup {

    private final Transactions transactions;
    private final FindGroup find;
    private final GroupMembers members;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RemoveFromGroup(
            Transactions transactions, Groups groups, GroupMembers members, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindGroup(groups, members);
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(GroupId id, UserId user) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            if (viewer.member().userId().equals(command.user())) {
                find.seen(viewer, command.id());
            } else {
                find.managed(viewer, command.id());
            }
            if (members.remove(command.id(), command.user())) {
                audit.append(AuditEntry.by(viewer, "group.remove-member", command.id(), clock.instant()).with("user", command.user()));
            }
        });
    }
}
