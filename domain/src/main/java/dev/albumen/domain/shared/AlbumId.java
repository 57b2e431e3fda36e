package dev.albumen.domain.shared;

import java.util.UUID;

/** Identifies an album. */
public record AlbumId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
