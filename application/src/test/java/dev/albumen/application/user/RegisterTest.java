package dev.albumen.application.user;

import static dev.albumen.application.user.Instance.registration;
import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.domain.user.User;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private final Instance instance = new Instance();

    @Test
    void makesAUserWithTheDefaultQuotaAndAllThatOthersAdd() {
        User ada = instance.register(RegistrationMode.OPEN).handle(Viewer.ANONYMOUS, registration("Ada", null));

        assertThat(ada.username().value()).isEqualTo("ada");
        assertThat(ada.role()).isEqualTo(Role.USER);
        assertThat(ada.quotaBytes()).isEqualTo(1_000);
        assertThat(instance.opened).containsExactly(ada);
        assertThat(instance.signIn("ada", Instance.PASSWORD).session().userId()).isEqualTo(ada.id());
        assertThat(instance.trail.actions()).startsWith("user.register");
    }

    @Test
    void tellsNothingOfNamesWhereItIsClosed() {
        instance.user("ada", Role.USER);
        Register closed = instance.register(RegistrationMode.CLOSED);

        assertRefused("registration-closed", () -> closed.handle(Viewer.ANONYMOUS, registration("ada", null)));
        assertRefused("registration-closed", () -> closed.handle(Viewer.ANONYMOUS, registration("free", null)));
    }

    @Test
    void tellsNothingOfNamesWithoutAnInvite() {
        instance.user("ada", Role.USER);
        Register invited = instance.register(RegistrationMode.INVITE);

        assertRefused("invite-required", () -> invited.handle(Viewer.ANONYMOUS, registration("ada", null)));
        assertRefused("invite-required", () -> invited.handle(Viewer.ANONYMOUS, registration("ada", "guess")));
    }

    @Test
    void takesAnInviteOnce() {
        Viewer admin = instance.viewer(instance.user("root", Role.ADMIN));
        String code = new CreateInvite(instance.invites, instance.tokens, instance.ids, instance.clock, instance.audit, instance.transactions)
                .handle(admin, new CreateInvite.Command(null)).code();
        Register invited = instance.register(RegistrationMode.INVITE);

        assertThat(invited.handle(Viewer.ANONYMOUS, registration("ada", code)).username().value()).isEqualTo("ada");
        assertRefused("invite-required", () -> invited.handle(Viewer.ANONYMOUS, registration("bob", code)));
    }

    @Test
    void refusesATakenNameAndKeepsNothing() {
        Register open = instance.register(RegistrationMode.OPEN);
        open.handle(Viewer.ANONYMOUS, registration("ada", null));

        assertRefused("username-taken", () -> open.handle(Viewer.ANONYMOUS, registration("ADA", null)));
        assertThat(instance.opened).hasSize(1);
    }

    @Test
    void slowsDownWhoeverMakesAccountsByTheHundred() {
        Register open = instance.register(RegistrationMode.OPEN);
        for (int i = 0; i < IdentityLimits.REGISTER_BY_ADDRESS.tries(); i++) {
            open.handle(Viewer.ANONYMOUS, registration("user" + i, null));
        }

        assertRefused("throttled", () -> open.handle(Viewer.ANONYMOUS, registration("another", null)));
    }

    @Test
    void printsNoPassword() {
        assertThat(registration("ada", "code").toString()).doesNotContain(Instance.PASSWORD).doesNotContain("code");
    }
}
