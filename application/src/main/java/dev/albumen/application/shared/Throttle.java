package dev.albumen.application.shared;

import dev.albumen.domain.shared.Refusal;
import java.time.Duration;

/** Limits how often something may be tried, over all nodes together. */
public interface Throttle {

    /**
     * A limit.
     *
     * @param name what is limited, such as {@code login-by-address}
     * @param tries how many are free at once
     * @param per the time in which all of them grow back, evenly
     */
    record Limit(String name, int tries, Duration per) {

        /** What to tell somebody who has used the tries up. */
        public Refusal.Throttled refused(Duration wait) {
            return new Refusal.Throttled(name, tries, per, wait);
        }
    }

    /**
     * Takes one try.
     *
     * @param key whose, such as an address or an account
     * @return zero where the try is free; otherwise the time until the next one is
     */
    Duration take(Limit limit, String key);

    /** Takes one try, or refuses with {@code Throttled} where none is free. */
    default void admit(Limit limit, String key) {
        Duration wait = take(limit, key);
        if (wait.isPositive()) {
            throw limit.refused(wait).thrown();
        }
    }

    /** Gives one taken try back, because it turned out to be rightful. Never makes more than the limit's tries free. */
    void giveBack(Limit limit, String key);
}
