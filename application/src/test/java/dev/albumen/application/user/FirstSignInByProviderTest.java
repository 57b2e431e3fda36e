package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.ExternalId;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.domain.user.User;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who comes by a provider and has no account. */
class FirstSignInByProviderTest extends SigningInByProvider {

    @Test
    void getsAnAccountOfTheirOwnAndFindsItAgain() {
        SignedIn first = signIn(named("ada"));
        SignedIn second = signIn(named("ada"));

        User ada = instance.read(first.session().userId());
        assertThat(second.session().userId()).isEqualTo(ada.id());
        assertThat(ada.username().value()).isEqualTo("ada");
        assertThat(ada.email().value()).isEqualTo("ada@example.org");
        assertThat(ada.role()).isEqualTo(Role.USER);
        assertThat(instance.opened).hasSize(1);
        assertThat(instance.trail.actions()).containsExactly("user.register", "user.connect-identity", "session.start", "session.start");
    }

    @Test
    void getsNoneWhereNobodyMayRegister() {
        for (RegistrationMode mode : List.of(RegistrationMode.CLOSED, RegistrationMode.INVITE)) {
            registration = mode;
            assertRefused("account-required", () -> signIn(named("ada")));
        }
        assertThat(instance.opened).isEmpty();
    }

    @Test
    void getsOneWhereTheProviderAloneDecides() {
        registration = RegistrationMode.CLOSED;
        main = with(IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER);

        assertThat(signIn(named("ada"))).isNotNull();
    }

    @Test
    void getsNoneWhereTheProviderMayMakeNone() {
        main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.NEVER);

        assertRefused("account-required", () -> signIn(named("ada")));
    }

    @Test
    void getsAnotherNameWhereTheirsIsTaken() {
        instance.user("ada", Role.USER);
        ProvenIdentity hers = new ProvenIdentity("main", new ExternalId("https://main.example.org", "1"),
                EmailAddress.of("countess@example.org"), "Ada", "Ada \u0007Lovelace", Set.of(), Set.of(), instance.clock.instant());

        User ada = instance.read(signIn(hers).session().userId());

        assertThat(ada.username().value()).startsWith("ada-").hasSize(4 + 16);
        assertThat(ada.displayName()).isEqualTo("Ada  Lovelace");
    }

    @Test
    void getsAnAddressThatGoesNowhereWhereNoneIsVerified() {
        User ada = instance.read(signIn(without(named("ada"))).session().userId());

        assertThat(ada.email().value()).endsWith("@main.invalid");
    }

    @Test
    void getsANameThatCanBeOne() {
        for (String odd : new String[] {"", "..", "Ä", "a b/c", "x".repeat(300), "ada@example.org", "<script>"}) {
            ProvenIdentity somebody = new ProvenIdentity("main", new ExternalId("https://main.example.org", "odd" + odd.hashCode()),
                    null, odd, " ".repeat(3) + "y".repeat(500), Set.of(), Set.of(), instance.clock.instant());
            assertThat(instance.read(signIn(somebody).session().userId()).username().value()).matches("[a-z0-9._-]{3,64}");
        }
    }
}
