package dev.albumen.domain.user;

import java.util.UUID;

/** Identifies an invite. */
public record InviteId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
