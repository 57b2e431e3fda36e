package dev.albumen.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserAccessTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsUsersAndModeratorsManageNobody(Role target) {
        assertForbidden(() -> UserAccess.mayManage(viewer(Role.USER), user(target)));
        assertForbidden(() -> UserAccess.mayManage(viewer(Role.MODERATOR), user(target)));
        assertForbidden(() -> UserAccess.mayGrant(viewer(Role.MODERATOR), target));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsAnAdminManageAndGrantOnlyWhatIsBelow(Role target) {
        boolean below = Set.of(Role.USER, Role.MODERATOR).contains(target);
        assertThat(passes(() -> UserAccess.mayManage(viewer(Role.ADMIN), user(target)))).isEqualTo(below);
        assertThat(passes(() -> UserAccess.mayGrant(viewer(Role.ADMIN), target))).isEqualTo(below);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsASuperadminManageAndGrantEverything(Role target) {
        UserAccess.mayManage(viewer(Role.SUPERADMIN), user(target));
        UserAccess.mayGrant(viewer(Role.SUPERADMIN), target);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThatThrownBy(() -> UserAccess.mayListAccounts(Viewer.ANONYMOUS)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unauthenticated.class));
    }

    @Test
    void keepsHandsOffTheOwnAccount() {
        User own = user(Role.SUPERADMIN);
        Viewer viewer = new Viewer.Member(own.id(), own.role(), new SessionId(new UUID(0, 1)));

        assertForbidden(() -> UserAccess.mayNotTouchOwn(viewer, own));
        UserAccess.mayNotTouchOwn(viewer(Role.SUPERADMIN), own);
    }

    @Test
    void keepsTheLastSuperadmin() {
        User last = user(Role.SUPERADMIN);
        User lowered = last.changed(role(Role.ADMIN), NOON);
        User closed = last.closed(NOON);

        for (User after : Set.of(lowered, closed)) {
            assertThatThrownBy(() -> UserAccess.mayNotLoseLastSuperadmin(last, after, 1)).isInstanceOfSatisfying(RefusedException.class,
                    refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Conflict.class));
            UserAccess.mayNotLoseLastSuperadmin(last, after, 2);
        }
        UserAccess.mayNotLoseLastSuperadmin(last, last.changed(role(Role.SUPERADMIN), NOON), 1);
        UserAccess.mayNotLoseLastSuperadmin(user(Role.ADMIN), lowered, 0);
    }

    private static User.Patch role(Role role) {
        return new User.Patch(Change.keep(), Change.keep(), Change.to(role), Change.keep(), Change.keep());
    }

    private static Viewer viewer(Role role) {
        return new Viewer.Member(new UserId(new UUID(7, 7)), role, new SessionId(new UUID(7, 8)));
    }

    private static User user(Role role) {
        return User.drafted(new UserId(new UUID(1, role.ordinal())),
                new User.Draft(new Username("ada"), new EmailAddress("ada@example.org"), null, role, null), NOON);
    }

    private static boolean passes(Runnable policy) {
        try {
            policy.run();
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isInstanceOf(Refusal.Forbidden.class);
            return false;
        }
    }

    private static void assertForbidden(Runnable policy) {
        assertThat(passes(policy)).isFalse();
    }
}
