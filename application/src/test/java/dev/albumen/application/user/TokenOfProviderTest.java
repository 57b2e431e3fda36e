package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A token of a provider in place of a session's. */
class TokenOfProviderTest extends SigningInByProvider {

    @Test
    void isOneSessionUntilItIsOver() {
        String token = providers.token(named("ada"));

        AcceptToken.Accepted first = accept(token);
        AcceptToken.Accepted again = accept(token);

        assertThat(again).isEqualTo(first);
        assertThat(instance.alive(first.session())).isTrue();
        assertThat(instance.opened).hasSize(1);
        instance.pass(Duration.ofHours(1));
        assertThat(instance.alive(first.session())).isFalse();
    }

    @Test
    void beginsNoOtherSessionOnceItsOwnHasEnded() {
        String token = providers.token(named("ada"));
        AcceptToken.Accepted accepted = accept(token);
        instance.sessions.endAll(instance.users.named(Username.of("ada")).orElseThrow().id());

        assertThat(accept(token).session()).isEqualTo(accepted.session());
        assertThat(instance.alive(accepted.session())).isFalse();
    }

    @Test
    void isNoRefreshToken() {
        String token = providers.token(named("ada"));
        accept(token);

        assertRefused("invalid-refresh-token", () ->
                instance.refresh.handle(Viewer.ANONYMOUS, new RefreshSession.Command(token, Instance.ADDRESS)));
    }

    @Test
    void leavesTheRoleAsItIs() {
        main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                Map.of("staff", Role.MODERATOR), Map.of());
        User ada = instance.read(signIn(saying("staff")).session().userId());
        accept(providers.token(saying()));

        assertThat(instance.read(ada.id()).role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void isRefusedWhereTheProviderDidNotGiveIt() {
        assertRefused("invalid-token", () -> accept("eyJ-fake-made-up"));
    }
}
