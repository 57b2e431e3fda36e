package dev.albumen.domain.board;

import java.util.UUID;

/** Identifies a board. */
public record BoardId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
