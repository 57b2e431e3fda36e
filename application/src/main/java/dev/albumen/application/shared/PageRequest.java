package dev.albumen.application.shared;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit rows at most, 1 to 200
 * @param after where the page before ended; empty for the first
 */
public record PageRequest(int limit, Optional<Keyset> after) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
