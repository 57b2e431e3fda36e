package dev.albumen.domain.user;

import java.util.UUID;

/** Identifies bytes of a user's quota that are held for an upload under way. */
public record ReservationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
