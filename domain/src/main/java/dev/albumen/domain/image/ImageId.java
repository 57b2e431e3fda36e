package dev.albumen.domain.image;

import java.util.UUID;

/** Identifies an image. */
public record ImageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
