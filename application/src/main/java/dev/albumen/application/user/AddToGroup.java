package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import java.time.Instant;
import java.time.InstantSource;

/** Puts a user into a group, and so into all its albums. */
public final class AddToGroup {

    private final Transactions transactions;
    private final FindGroup find;
    private final GroupMembers members;
    private final AuditTrail audit;
    private final InstantSource clock;

    public AddToGroup(
            Transactions transactions, Groups groups, GroupMembers members, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindGroup(groups, members);
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(GroupId id, UserId user) {}

    /** Whoever is in it already stays so. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Group group = find.managed(viewer, command.id());
            if (members.holds(group.id(), command.user())) {
                return;
            }
            group.requireRoomFor(command.user(), members.count(group.id()));
            Instant now = clock.instant();
            if (!members.put(group.id(), command.user(), now)) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "group.add-member", group.id(), now).with("user", command.user()));
        });
    }
}
