package dev.albumen.application.user;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Gives a group another name. */
public final class RenameGroup {

    private final Transactions transactions;
    private final Groups groups;
    private final FindGroup find;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RenameGroup(
            Transactions transactions, Groups groups, GroupMembers members, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.groups = groups;
        this.find = new FindGroup(groups, members);
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(GroupId id, Change<String> name, Optional<Long> expected) {}

    public Group handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Group group = find.managed(viewer, command.id());
            Stale.unless(command.expected(), group.version());
            Instant now = clock.instant();
            Group saved = groups.save(group.renamed(command.name().orKeep(group.name(), ""), now));
            audit.append(AuditEntry.by(viewer, "group.rename", group.id(), now));
            return saved;
        });
    }
}
