package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SAMPLES = 1000;

    private final Random random = new Random(4711);

    @Test
    void allowsFiveTries() {
        Backoff backoff = new Backoff(SECOND, 4, Retries.TRIES);

        assertThat(Retries.TRIES).isEqualTo(5);
        assertThat(backoff.allowsAnother(4)).isTrue();
        assertThat(backoff.allowsAnother(5)).isFalse();
    }

    @Test
    void growsExponentiallyAndScatters() {
        Backoff backoff = new Backoff(SECOND, 4, 5);
        for (int failures = 1; failures < 5; failures++) {
            Duration even = SECOND.multipliedBy((long) Math.pow(4, failures - 1));
            Set<Duration> pauses = new HashSet<>();
            for (int i = 0; i < SAMPLES; i++) {
                pauses.add(backoff.pause(failures, random));
            }
            assertThat(pauses).allSatisfy(pause ->
                    assertThat(pause).isBetween(even.dividedBy(2), even.multipliedBy(3).dividedBy(2)));
            assertThat(pauses).as("not all at once").hasSizeGreaterThan(SAMPLES / 4);
        }
    }

    @Test
    void waitsNoLongerThanAnHourAndAHalf() {
        Backoff backoff = new Backoff(SECOND, 16, 100);

        assertThat(backoff.pause(99, random)).isBetween(Backoff.LONGEST.dividedBy(2), Backoff.LONGEST.multipliedBy(3).dividedBy(2));
    }
}
