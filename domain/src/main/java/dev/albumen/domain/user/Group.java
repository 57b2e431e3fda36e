package dev.albumen.domain.user;

import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/**
 * Users whom somebody shows their albums to together.
 *
 * @param name as its owner calls it; its members see it too
 * @param version counts changes of the name, from 1
 */
public record Group(GroupId id, UserId ownerId, String name, Instant createdAt, Instant updatedAt, long version) {

    public static final int MAX_NAME = 64;
    /** Groups of one owner. */
    public static final int MOST = 200;
    public static final int MOST_MEMBERS = 1000;

    /** A new group. */
    public static Group named(GroupId id, UserId owner, String name, Instant now) {
        return new Group(id, owner, Text.line("/name", name, MAX_NAME), now, now, 1);
    }

    public Group renamed(String next, Instant now) {
        return new Group(id, ownerId, Text.line("/name", next, MAX_NAME), createdAt, now, version);
    }

    /** Refuses one group too many. */
    public static void requireRoom(int groups) {
        if (groups >= MOST) {
            throw new Refusal.Conflict("too-many-groups", "One user has " + MOST + " groups at most.").thrown();
        }
    }

    /** Refuses its owner, who needs no membership, and one member too many. */
    public void requireRoomFor(UserId user, int members) {
        if (user.equals(ownerId)) {
            throw new Refusal.Conflict("member-is-owner", "The owner needs no membership.").thrown();
        }
        if (members >= MOST_MEMBERS) {
            throw new Refusal.Conflict("group-full", "A group has " + MOST_MEMBERS + " members at most.").thrown();
        }
    }
}
