package dev.albumen.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import org.junit.jupiter.api.Test;

class SignInRulesTest {

    private static final String ISSUER = "https://id.example.org";

    @Test
    void identitiesNeedAnIssuerAndASubject() {
        for (String subject : new String[] {"", " ", "x".repeat(256)}) {
            assertThatThrownBy(() -> new ExternalId(ISSUER, subject)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new ExternalId("", "ada")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExternalId("x".repeat(501), "ada")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void marksTellIdentitiesApart() {
        assertThat(new ExternalId(ISSUER, "ada").mark()).hasSize(32).isEqualTo(new ExternalId(ISSUER, "ada").mark())
                .isNotEqualTo(new ExternalId(ISSUER, "bob").mark()).isNotEqualTo(new ExternalId(ISSUER + "/", "ada").mark());
    }

    @Test
    void passwordsAreForThoseWhomTheModeNames() {
        for (Role role : Role.values()) {
            PasswordMode.ON.admit(role);
            assertThatThrownBy(() -> PasswordMode.OFF.admit(role)).isInstanceOf(RefusedException.class);
        }
        PasswordMode.SUPERADMINS.admit(Role.SUPERADMIN);
        assertThatThrownBy(() -> PasswordMode.SUPERADMINS.admit(Role.ADMIN)).isInstanceOf(RefusedException.class);
        PasswordMode.SUPERADMINS.admitAnybody();
        assertThatThrownBy(PasswordMode.OFF::admitAnybody).isInstanceOf(RefusedException.class);
    }
}
