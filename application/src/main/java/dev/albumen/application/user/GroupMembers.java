package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/** Who is in which group. Used inside a transaction of the caller. */
public interface GroupMembers {

    /** Puts the user into the group; whoever is in it stays. False, and nothing done, where there is no such user. */
    boolean put(GroupId group, UserId user, Instant now);

    /** False where the user was not in it. */
    boolean remove(GroupId group, UserId user);

    boolean holds(GroupId group, UserId user);

    int count(GroupId group);

    /** A page of the members, in the order of their ids. */
    Page<Membership> list(GroupId group, PageRequest page);

    record Membership(UserId userId, String username, String displayName, Instant since) {}
}
