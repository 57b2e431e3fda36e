package dev.albumen.domain.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;

/** Who signs in with a password that this instance keeps. */
public enum PasswordMode {
    ON,
    /** Superadmins alone, for the day on which no provider of identities answers. */
    SUPERADMINS,
    OFF;

    /** Refuses where nobody has a password, before anything is looked up. */
    public void admitAnybody() {
        if (this == OFF) {
            throw refused();
        }
    }

    /** Refuses where passwords are not for such an account. */
    public void admit(Role role) {
        if (this == OFF || this == SUPERADMINS && role != Role.SUPERADMIN) {
            throw refused();
        }
    }

    private static RuntimeException refused() {
        return new Refusal.Forbidden("passwords-off", "This instance takes no passwords here. Sign in by a provider.").thrown();
    }
}
