package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInTest {

    private final Instance instance = new Instance();
    private final User ada = instance.user("ada", Role.USER);

    @Test
    void opensASessionByNameOrAddressInAnyCase() {
        for (String login : new String[] {"ada", " ADA ", "Ada@Example.org"}) {
            SignedIn signedIn = instance.signIn(login, Instance.PASSWORD);
            assertThat(instance.alive(signedIn.session().id())).isTrue();
            assertThat(signedIn.toString()).doesNotContain(signedIn.refreshToken());
        }
    }

    @Test
    void comparesOnceWhetherTheAccountExistsOrNot() {
        assertRefused("invalid-credentials", () -> instance.signIn("ada", "wrong"));
        assertRefused("invalid-credentials", () -> instance.signIn("nobody", "wrong"));
        assertRefused("invalid-credentials", () -> instance.signIn("ada", "x".repeat(129)));

        assertThat(instance.hasher.comparisons()).isEqualTo(3);
    }

    @Test
    void tellsOnlyWhoKnowsThePasswordThatAnAccountIsShut() {
        User saved = instance.users.save(ada.closed(instance.clock.instant()));
        assertRefused("invalid-credentials", () -> instance.signIn("ada", "wrong"));
        assertRefused("account-closed", () -> instance.signIn("ada", Instance.PASSWORD));

        instance.users.save(saved.restored(instance.clock.instant()));
        assertThat(instance.signIn("ada", Instance.PASSWORD)).isNotNull();
    }

    @Test
    void letsNobodyGuessForLong() {
        for (int i = 0; i < 10; i++) {
            assertRefused("invalid-credentials", () -> instance.signIn("ada", "wrong"));
        }
        assertRefused("throttled", () -> instance.signIn("ada", Instance.PASSWORD));
        assertRefused("throttled", () -> instance.signIn("ada", Instance.PASSWORD));
        assertThat(instance.trail.actions()).containsExactly("session.start-refused");

        instance.pass(Duration.ofSeconds(30));
        assertThat(instance.signIn("ada", Instance.PASSWORD)).isNotNull();
    }

    @Test
    void countsOneAddressOverAllAccounts() {
        for (int i = 0; i < 50; i++) {
            String name = "user" + i;
            assertRefused("invalid-credentials", () -> instance.signIn(name, "wrong"));
        }
        assertRefused("throttled", () -> instance.signIn("ada", Instance.PASSWORD));
    }

    @Test
    void givesRightfulTriesBack() {
        for (int i = 0; i < 100; i++) {
            instance.signIn("ada", Instance.PASSWORD);
        }
    }

    @Test
    void renewsAHashOfOldParameters() {
        instance.users.setHash(ada.id(), new PasswordHash("$fake$v=1$" + Instance.PASSWORD));
        instance.signIn("ada", Instance.PASSWORD);

        assertThat(instance.hasher.outdated(instance.users.credentials(ada.id()).orElseThrow().hash())).isFalse();
        assertThat(instance.signIn("ada", Instance.PASSWORD)).isNotNull();
    }
}
