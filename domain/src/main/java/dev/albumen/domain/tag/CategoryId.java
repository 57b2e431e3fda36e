package dev.albumen.domain.tag;

import java.util.UUID;

/** Identifies a category. */
public record CategoryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
