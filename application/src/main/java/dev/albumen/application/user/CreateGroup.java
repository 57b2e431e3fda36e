package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import java.time.InstantSource;

/** Makes a group, empty. */
public final class CreateGroup {

    private final Transactions transactions;
    private final Groups groups;
    private final Users users;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public CreateGroup(
            Transactions transactions, Groups groups, Users users, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.groups = groups;
        this.users = users;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(String name) {}

    public Group handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        Group group = Group.named(new GroupId(ids.next()), owner, command.name(), clock.instant());
        return transactions.write(() -> {
            users.lock(owner).orElseThrow(Refusal::notFound);
            Group.requireRoom(groups.count(owner));
            groups.add(group);
            audit.append(AuditEntry.by(viewer, "group.create", group.id(), group.createdAt()));
            return group;
        });
    }
}
