package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshSessionTest {

    private final Instance instance = new Instance();
    private SignedIn first;

    @BeforeEach
    void signIn() {
        instance.user("ada", Role.USER);
        first = instance.signIn("ada", Instance.PASSWORD);
    }

    @Test
    void tradesATokenForTheNextAndLastsSevenDaysMore() {
        instance.pass(Duration.ofDays(6));
        SignedIn second = refresh(first.refreshToken());
        instance.pass(Duration.ofDays(6));
        SignedIn third = refresh(second.refreshToken());

        assertThat(third.session().id()).isEqualTo(first.session().id());
        assertThat(third.session().expiresAt()).isEqualTo(instance.clock.instant().plus(Session.LIFE));
    }

    @Test
    void endsTheSessionWhenASpentTokenComesBack() {
        SignedIn second = refresh(first.refreshToken());

        assertRefused("invalid-refresh-token", () -> refresh(first.refreshToken()));
        assertThat(instance.alive(first.session().id())).isFalse();
        assertRefused("invalid-refresh-token", () -> refresh(second.refreshToken()));
        assertThat(instance.trail.actions()).endsWith("session.refresh-token-reused");
    }

    @Test
    void leavesOtherSessionsOfTheUserAlone() {
        SignedIn other = instance.signIn("ada", Instance.PASSWORD);
        refresh(first.refreshToken());
        assertRefused("invalid-refresh-token", () -> refresh(first.refreshToken()));

        assertThat(instance.alive(other.session().id())).isTrue();
    }

    @Test
    void refusesWhatIsUnknownOrOver() {
        assertRefused("invalid-refresh-token", () -> refresh("guess"));
        assertThat(instance.alive(first.session().id())).isTrue();
        instance.pass(Session.LIFE);
        assertRefused("invalid-refresh-token", () -> refresh(first.refreshToken()));
    }

    @Test
    void slowsDownWhoeverGuesses() {
        for (int i = 0; i < IdentityLimits.REFRESH_BY_ADDRESS.tries(); i++) {
            assertRefused("invalid-refresh-token", () -> refresh("guess"));
        }
        assertRefused("throttled", () -> refresh(first.refreshToken()));
    }

    private SignedIn refresh(String token) {
        return instance.refresh.handle(Viewer.ANONYMOUS, new RefreshSession.Command(token, Instance.ADDRESS));
    }
}
