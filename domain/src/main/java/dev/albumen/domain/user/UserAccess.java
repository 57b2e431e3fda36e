package dev.albumen.domain.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;

/** Who may manage whose account. Pure: it decides from its arguments alone. */
public final class UserAccess {

    private UserAccess() {}

    /** Lets those pass who see every account. */
    public static Viewer.Member mayListAccounts(Viewer viewer) {
        return mayActAs(viewer, Role.ADMIN);
    }

    /** Lets those pass who have at least this role. */
    public static Viewer.Member mayActAs(Viewer viewer, Role role) {
        Viewer.Member member = viewer.member();
        if (!member.role().atLeast(role)) {
            throw new Refusal.Forbidden("role-required", "Your role does not allow this.").thrown();
        }
        return member;
    }

    /** Lets those pass who stand above the account: an admin over users and moderators, a superadmin over everybody. */
    public static void mayManage(Viewer viewer, User target) {
        Viewer.Member member = mayListAccounts(viewer);
        if (!outranks(member.role(), target.role())) {
            throw new Refusal.Forbidden("level-too-high", "You cannot change an account at or above your own level.").thrown();
        }
    }

    /** Lets those pass who may give the role to somebody. */
    public static void mayGrant(Viewer viewer, Role role) {
        Viewer.Member member = mayListAccounts(viewer);
        if (!outranks(member.role(), role)) {
            throw new Refusal.Forbidden("level-too-high", "You cannot raise anyone to or above your own level.").thrown();
        }
    }

    /** Nobody changes their own role, and nobody locks themselves out by mistake. */
    public static void mayNotTouchOwn(Viewer viewer, User target) {
        if (viewer.member().userId().equals(target.id())) {
            throw new Refusal.Forbidden("own-account", "You cannot do this to your own account.").thrown();
        }
    }

    /**
     * Refuses what would leave the instance without anybody who manages it.
     *
     * @param activeSuperadmins how many there are before the change, the account included
     */
    public static void mayNotLoseLastSuperadmin(User before, User after, int activeSuperadmins) {
        if (rules(before) && !rules(after) && activeSuperadmins <= 1) {
            throw new Refusal.Conflict("last-superadmin", "This is the last superadmin. Make another one first.").thrown();
        }
    }

    private static boolean rules(User user) {
        return user.role() == Role.SUPERADMIN && user.active();
    }

    private static boolean outranks(Role acting, Role target) {
        return acting == Role.SUPERADMIN || acting.compareTo(target) > 0;
    }
}
