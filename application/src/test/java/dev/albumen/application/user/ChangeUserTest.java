package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import org.junit.jupiter.api.Test;

class ChangeUserTest {

    private final Instance instance = new Instance();
    private final User root = instance.user("root", Role.SUPERADMIN);
    private final User admin = instance.user("admin2", Role.ADMIN);
    private final User ada = instance.user("ada", Role.USER);
    private final Viewer.Member asRoot = instance.viewer(root);
    private final Viewer.Member asAdmin = instance.viewer(admin);
    private final Viewer.Member asAda = instance.viewer(ada);

    @Test
    void raisesBelowTheOwnLevelOnly() {
        assertThat(role(asAdmin, ada, Role.MODERATOR).role()).isEqualTo(Role.MODERATOR);
        assertRefused("level-too-high", () -> role(asAdmin, ada, Role.ADMIN));
        assertRefused("level-too-high", () -> role(asAdmin, ada, Role.SUPERADMIN));
        assertThat(role(asRoot, ada, Role.ADMIN).role()).isEqualTo(Role.ADMIN);
        assertRefused("level-too-high", () -> role(asAdmin, ada, Role.USER));
        assertThat(instance.trail.actions()).filteredOn("user.change-role"::equals).hasSize(2);
    }

    @Test
    void isForAdminsAlone() {
        assertRefused("role-required", () -> role(asAda, ada, Role.ADMIN));
        assertRefused("sign-in-required", () -> role(Viewer.ANONYMOUS, ada, Role.ADMIN));
    }

    @Test
    void leavesTheOwnRoleAndTheLastSuperadminAlone() {
        assertRefused("own-account", () -> role(asRoot, root, Role.ADMIN));
        assertRefused("own-account", () -> disable(asRoot, root));
        User second = role(asRoot, admin, Role.SUPERADMIN);
        Viewer.Member asSecond = instance.viewer(second);
        assertThat(role(asSecond, root, Role.ADMIN).role()).isEqualTo(Role.ADMIN);
        assertRefused("last-superadmin", () -> new CloseOwnAccount(instance.closing, instance.transactions)
                .handle(asSecond, new CloseOwnAccount.Command(null)));
    }

    @Test
    void shutsOutWhoIsDisabled() {
        disable(asAdmin, ada);

        assertThat(instance.alive(asAda.sessionId())).isFalse();
        assertRefused("account-disabled", () -> instance.signIn("ada", Instance.PASSWORD));
    }

    @Test
    void setsAPasswordAndEndsWhatTheOldOneOpened() {
        instance.changeUser.handle(asAdmin, new ChangeUser.Command(ada.id(), keep(), false, "another lantern, 9 rivers", null));

        assertThat(instance.alive(asAda.sessionId())).isFalse();
        assertThat(instance.signIn("ada", "another lantern, 9 rivers")).isNotNull();
    }

    @Test
    void restoresAClosedAccount() {
        new CloseUser(instance.closing, instance.transactions).handle(asAdmin, new CloseUser.Command(ada.id(), null));
        assertThat(instance.alive(asAda.sessionId())).isFalse();
        instance.changeUser.handle(asAdmin, new ChangeUser.Command(ada.id(), keep(), true, null, null));

        assertThat(instance.signIn("ada", Instance.PASSWORD)).isNotNull();
    }

    @Test
    void refusesAStaleVersion() {
        assertRefused("stale", () -> instance.changeUser.handle(asAdmin, new ChangeUser.Command(ada.id(), keep(), false, null, 7L)));
    }

    @Test
    void deletesWhenTheGraceIsOverAndNotBefore() {
        new CloseUser(instance.closing, instance.transactions).handle(asAdmin, new CloseUser.Command(ada.id(), null));
        var purge = new PurgeClosedAccounts(instance.users, instance.sessions, instance.foreign, instance.audit, instance.transactions, instance.clock);

        instance.pass(User.DELETION_GRACE.minusSeconds(1));
        assertThat(purge.handle(Viewer.WORKER)).isZero();
        instance.pass(java.time.Duration.ofSeconds(1));
        assertThat(purge.handle(Viewer.WORKER)).isOne();
        assertThat(instance.users.find(ada.id())).isEmpty();
        assertRefused("work-only", () -> purge.handle(asRoot));
    }

    private User role(Viewer viewer, User target, Role role) {
        var patch = new User.Patch(Change.keep(), Change.keep(), Change.to(role), Change.keep(), Change.keep());
        return instance.changeUser.handle(viewer, new ChangeUser.Command(target.id(), patch, false, null, null));
    }

    private void disable(Viewer viewer, User target) {
        var patch = new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(true));
        instance.changeUser.handle(viewer, new ChangeUser.Command(target.id(), patch, false, null, null));
    }

    private static User.Patch keep() {
        return new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }
}
