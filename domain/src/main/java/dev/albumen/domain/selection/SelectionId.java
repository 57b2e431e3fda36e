package dev.albumen.domain.selection;

import java.util.UUID;

/** Identifies a client's selection. */
public record SelectionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
