package dev.albumen.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.Group;
import dev.albumen.domain.user.User;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Roles and groups by what a provider says. */
class RolesByProviderTest extends SigningInByProvider {

    private static final GroupId STAFF = new GroupId(new UUID(7, 1));

    @Test
    void followTheProviderAtEverySignIn() {
        User owner = instance.user("owner", Role.USER);
        instance.transactions.writing(() -> instance.groups.add(Group.named(STAFF, owner.id(), "Staff", UserBuilder.NOON)));
        main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                Map.of("staff", Role.MODERATOR, "boss", Role.ADMIN), Map.of("staff", STAFF));

        User ada = instance.read(signIn(saying("staff", "boss", "unheard-of")).session().userId());
        assertThat(ada.role()).isEqualTo(Role.ADMIN);
        assertThat(instance.members.holds(STAFF, ada.id())).isTrue();

        signIn(saying());
        assertThat(instance.read(ada.id()).role()).isEqualTo(Role.USER);
        assertThat(instance.members.holds(STAFF, ada.id())).isFalse();
        assertThat(instance.trail.actions()).contains("user.change-role", "group.add-member", "group.remove-member");
    }

    @Test
    void areLeftAloneWhereTheProviderHasNoSay() {
        User ada = instance.read(signIn(saying("staff")).session().userId());
        instance.users.save(ada.changed(new User.Patch(keep(), keep(), Change.to(Role.MODERATOR), keep(), keep()),
                UserBuilder.NOON));
        signIn(saying("staff"));

        assertThat(instance.read(ada.id()).role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void neverTouchASuperadmin() {
        main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                Map.of("staff", Role.MODERATOR), Map.of());
        User root = instance.user("root", Role.SUPERADMIN);
        finish(begin(instance.viewer(root)), saying("staff"));

        assertThat(instance.read(root.id()).role()).isEqualTo(Role.SUPERADMIN);
    }

    @Test
    void keepNobodyOutWhereAGroupIsGone() {
        main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                Map.of(), Map.of("staff", new GroupId(new UUID(7, 404))));

        assertThat(signIn(saying("staff"))).isNotNull();
    }

    private <T> Change<T> keep() {
        return Change.keep();
    }
}
