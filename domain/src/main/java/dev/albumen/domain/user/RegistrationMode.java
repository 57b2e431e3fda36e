package dev.albumen.domain.user;

import dev.albumen.domain.shared.Refusal;

/** Who may make themselves an account. */
public enum RegistrationMode {
    OPEN,
    /** Whoever has an invite code. */
    INVITE,
    /** Nobody: admins make accounts. */
    CLOSED;

    /** Refuses where nobody may register, before anything is looked up. */
    public void admit() {
        if (this == CLOSED) {
            throw new Refusal.Forbidden("registration-closed", "This instance makes no accounts by registration.").thrown();
        }
    }
}
