package dev.albumen.domain.share;

import java.util.UUID;

/** Identifies a recipient of a share link. */
public record RecipientId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
