package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import org.junit.jupiter.api.Test;

class ChangeOwnPasswordTest {

    private static final String NEXT = "another lantern, 9 rivers";

    private final Instance instance = new Instance();
    private final User ada = instance.user("ada", Role.USER);
    private final Viewer.Member viewer = instance.viewer(ada);
    private final ChangeOwnPassword change = new ChangeOwnPassword(
            instance.users, instance.hasher, instance.guard, instance.replacing, instance.start, instance.transactions);

    @Test
    void endsEverySessionAndGivesANewOne() {
        Viewer.Member elsewhere = instance.viewer(ada);
        SignedIn renewed = change(Instance.PASSWORD, NEXT);

        assertThat(instance.alive(viewer.sessionId())).isFalse();
        assertThat(instance.alive(elsewhere.sessionId())).isFalse();
        assertThat(instance.alive(renewed.session().id())).isTrue();
        assertThat(instance.signIn("ada", NEXT)).isNotNull();
        assertRefused("invalid-credentials", () -> instance.signIn("ada", Instance.PASSWORD));
        assertThat(instance.read(ada.id()).passwordChangedAt()).isEqualTo(instance.clock.instant());
        assertThat(instance.trail.actions()).contains("user.change-password");
    }

    @Test
    void needsTheCurrentPassword() {
        assertRefused("wrong-password", () -> change("wrong", NEXT));
        assertThat(instance.alive(viewer.sessionId())).isTrue();
    }

    @Test
    void refusesAWeakPassword() {
        assertRefused("password-common", () -> change(Instance.PASSWORD, "password1234"));
        assertRefused("password-length", () -> change(Instance.PASSWORD, "short"));
    }

    @Test
    void letsAStolenSessionNotGuess() {
        for (int i = 0; i < 10; i++) {
            assertRefused("wrong-password", () -> change("wrong", NEXT));
        }
        assertRefused("throttled", () -> change(Instance.PASSWORD, NEXT));
    }

    private SignedIn change(String current, String next) {
        return change.handle(viewer, new ChangeOwnPassword.Command(current, next, Instance.ADDRESS, null));
    }
}
