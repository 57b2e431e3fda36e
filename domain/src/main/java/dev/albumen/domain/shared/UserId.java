package dev.albumen.domain.shared;

import java.util.UUID;

/** Identifies a user account. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
