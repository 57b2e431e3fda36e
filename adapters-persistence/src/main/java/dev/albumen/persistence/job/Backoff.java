package dev.albumen.persistence.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a job waits for its next try: exponentially longer, and scattered from half to one and a half times the even
 * pause, so that what failed together does not come back together.
 *
 * @param first the even pause before the second try
 * @param growth how many times as long each further one is
 * @param tries how often a job is tried at most, the first time included
 */
record Backoff(Duration first, int growth, int tries) {

    /** No even pause is longer. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** @param failures how many tries have failed, at least one */
    boolean allowsAnother(int failures) {
        return failures < tries;
    }

    /** @param failures how many tries have failed, at least one */
    Duration pause(int failures, RandomGenerator random) {
        double even = Math.min(LONGEST.toMillis(), first.toMillis() * Math.pow(growth, failures - 1));
        return Duration.ofMillis((long) (even * random.nextDouble(0.5, 1.5)));
    }
}
