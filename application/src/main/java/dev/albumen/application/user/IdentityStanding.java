package dev.albumen.application.user;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import dev.albumen.domain.user.User;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives an account the role and the groups that a provider says, where the settings let it have a say. */
public final class IdentityStanding {

    private final Users users;
    private final Groups groups;
    private final GroupMembers members;
    private final AccountAudit audit;
    private final InstantSource clock;

    public IdentityStanding(Users users, Groups groups, GroupMembers members, AccountAudit audit, InstantSource clock) {
        this.users = users;
        this.groups = groups;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Runs inside the caller's transaction, with the account locked. Superadmins stay what they are. */
    User as(ProvenIdentity identity, IdentityProvider provider, User user) {
        Set<GroupId> due = identity.groups().stream().filter(provider.groups()::containsKey).map(provider.groups()::get)
                .collect(Collectors.toSet());
        // in one order, so that two who wait for each other's groups do not wait for ever
        provider.groups().values().stream().distinct().sorted(Comparator.comparing(GroupId::toString))
                .forEach(group -> place(user, group, due.contains(group)));
        Role role = provider.role(identity.roles());
        if (provider.roles().isEmpty() || user.role() == Role.SUPERADMIN || user.role() == role) {
            return user;
        }
        audit.roleChanged(Viewer.WORKER, user, role);
        return users.save(user.changed(
                new User.Patch(Change.keep(), Change.keep(), Change.to(role), Change.keep(), Change.keep()), clock.instant()));
    }

    /** A group that is gone, full, or the user's own is left as it is: nobody is kept out by that. */
    private void place(User user, GroupId id, boolean in) {
        boolean is = members.holds(id, user.id());
        if (is && !in) {
            members.remove(id, user.id());
            audit.placed(user, "group.remove-member", id);
        }
        if (!is && in && groups.find(id).filter(group -> takes(group, user)).isPresent()) {
            members.put(id, user.id(), clock.instant());
            audit.placed(user, "group.add-member", id);
        }
    }

    private boolean takes(Group group, User user) {
        return !group.ownerId().equals(user.id()) && members.count(group.id()) < Group.MOST_MEMBERS;
    }
}
