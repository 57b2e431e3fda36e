package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An address that a provider tells of, and that an account has. */
class ProviderAddressTest extends SigningInByProvider {

    @Test
    void givesNobodyTheAccountAndKeepsNobodyOut() {
        User waiting = instance.user("ada", Role.USER);

        User ada = instance.read(signIn(named("ada")).session().userId());

        assertThat(ada.id()).isNotEqualTo(waiting.id());
        assertThat(ada.email().value()).endsWith("@main.invalid");
        assertThat(signIn(named("ada")).session().userId()).isEqualTo(ada.id());
        assertThat(instance.read(waiting.id())).isEqualTo(waiting);
    }

    @Test
    void makesNoAccountWhereTheProviderMayMakeNone() {
        main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.NEVER);
        instance.user("ada", Role.USER);

        assertRefused("account-required", () -> signIn(named("ada")));
    }

    @Test
    void givesItToWhomATrustedProviderVerified() {
        main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.VERIFIED);
        User ada = instance.user("ada", Role.USER);

        assertThat(signIn(named("ada")).session().userId()).isEqualTo(ada.id());
    }

    @Test
    void givesItToThemAlone() {
        main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.VERIFIED);
        Viewer.Member squatter = instance.viewer(instance.user("ada", Role.USER));
        SignedIn another = finish(begin(squatter), named("mallory"));
        AcceptToken.Accepted token = accept(providers.token(named("mallory")));

        SignedIn hers = signIn(named("ada"));

        assertThat(hers.session().userId()).isEqualTo(squatter.userId());
        assertThat(instance.alive(hers.session().id())).isTrue();
        assertThat(List.of(squatter.sessionId(), another.session().id(), token.session())).noneMatch(instance::alive);
        assertRefused("invalid-credentials", () -> instance.signIn("ada", Instance.PASSWORD));
        assertRefused("account-required", () -> signIn(named("mallory")));
        assertThat(instance.identities.of(squatter.userId())).extracting(Identities.Connected::id).containsExactly(named("ada").id());
        assertThat(instance.trail.actions()).contains("user.change-password", "user.remove-identity");
    }

    @Test
    void givesItOnceAndThenLeavesItAsItIs() {
        main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.VERIFIED);
        instance.user("ada", Role.USER);
        SignedIn first = signIn(named("ada"));
        signIn(named("ada"));

        assertThat(instance.alive(first.session().id())).isTrue();
    }

    @Test
    void isNothingWhereTheProviderDidNotVerifyIt() {
        main = with(IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.VERIFIED);
        User ada = instance.user("ada", Role.USER);

        assertThat(signIn(without(named("ada"))).session().userId()).isNotEqualTo(ada.id());
    }

    @Test
    void neverGivesAwayAnAccountWithPower() {
        main = with(IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.VERIFIED);
        for (Role role : List.of(Role.MODERATOR, Role.ADMIN, Role.SUPERADMIN)) {
            String name = role.name().toLowerCase(Locale.ROOT);
            instance.user(name, role);
            assertRefused("account-exists", () -> signIn(named(name)));
        }
    }
}
