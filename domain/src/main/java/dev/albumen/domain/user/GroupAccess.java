package dev.albumen.domain.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;

/** Who may do what to a group. Pure: everything that the answer hangs on is an argument. */
public final class GroupAccess {

    private GroupAccess() {}

    /** Refuses whoever may not know that the group exists: all but its owner, its members and admins. */
    public static void requireSeeing(Viewer viewer, Group group, boolean member) {
        if (!member && !manages(viewer, group)) {
            throw Refusal.notFound();
        }
    }

    /** Refuses whoever may not say what it is called and who is in it: all but its owner and admins. */
    public static void requireManaging(Viewer viewer, Group group, boolean member) {
        requireSeeing(viewer, group, member);
        if (!manages(viewer, group)) {
            throw new Refusal.Forbidden("group-not-yours", "You are in this group, but it is not yours to change.").thrown();
        }
    }

    private static boolean manages(Viewer viewer, Group group) {
        return viewer.member().userId().equals(group.ownerId()) || viewer.is(Role.ADMIN);
    }
}
