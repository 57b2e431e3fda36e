package dev.albumen.application.shared;

import dev.albumen.domain.shared.Refusal;
import java.util.Optional;

/** The check behind {@code If-Match}. */
public final class Stale {

    private Stale() {}

    /** Refuses a change that is based on another version than the current one. */
    public static void unless(Optional<Long> expected, long current) {
        if (expected.isPresent() && expected.get() != current) {
            throw new Refusal.Stale().thrown();
        }
    }
}
