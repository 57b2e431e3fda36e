package dev.albumen.domain.shared;

import java.util.UUID;

/** Identifies one sign-in: the family of refresh tokens that grew from it. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
