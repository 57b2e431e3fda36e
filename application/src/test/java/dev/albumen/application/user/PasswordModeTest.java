package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.PasswordMode;
import dev.albumen.domain.user.RegistrationMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords where there are providers. */
class PasswordModeTest {

    private final Instance instance = new Instance();

    @Test
    void areTakenFromNobodyOrFromSuperadminsAlone() {
        instance.user("ada", Role.USER);
        instance.user("root", Role.SUPERADMIN);

        assertRefused("passwords-off", () -> password(PasswordMode.OFF, "root"));
        assertRefused("passwords-off", () -> password(PasswordMode.SUPERADMINS, "ada"));
        assertThat(password(PasswordMode.SUPERADMINS, "root")).isNotNull();
        assertRefused("passwords-off", () -> new Register(new IdentitySettings(RegistrationMode.OPEN, null),
                new SignInSettings(PasswordMode.SUPERADMINS, List.of()), instance.opening, instance.invites, instance.throttle,
                instance.audit, instance.transactions).handle(Viewer.ANONYMOUS, Instance.registration("eve", null)));
    }

    private SignedIn password(PasswordMode mode, String login) {
        return new SignIn(new SignInSettings(mode, List.of()), instance.users, instance.hasher, instance.guard, instance.start,
                instance.audit, instance.transactions)
                .handle(Viewer.ANONYMOUS, new SignIn.Command(login, Instance.PASSWORD, Instance.ADDRESS, null));
    }
}
