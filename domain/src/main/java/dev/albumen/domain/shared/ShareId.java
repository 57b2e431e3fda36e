package dev.albumen.domain.shared;

import java.util.UUID;

/** Identifies a share link. */
public record ShareId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
