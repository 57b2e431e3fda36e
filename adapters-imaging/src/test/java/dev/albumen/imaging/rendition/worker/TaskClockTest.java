package dev.albumen.imaging.rendition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskClockTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Duration now = Duration.ofDays(1);
    private Duration used = Duration.ofMinutes(3);
    private final TaskClock clock = new TaskClock(LIMIT, () -> now.toNanos(), () -> used);

    @Test
    void endsTheTimeOfAWorkerThatComputesAllTheWhile() {
        assertThat(secondsUntilOver(1.0)).isEqualTo(30);
    }

    @Test
    void endsTheTimeOfAWorkerThatHangs() {
        assertThat(secondsUntilOver(0.0005)).isEqualTo(30);
    }

    @Test
    void givesAWorkerThatHardlyGetsAProcessorMoreTime() {
        assertThat(secondsUntilOver(0.2)).isEqualTo(75);
        assertThat(now).isEqualTo(Duration.ofDays(1).plusSeconds(75));
    }

    @Test
    void doesNotWaitForEver() {
        assertThat(secondsUntilOver(0.02)).isEqualTo(120);
    }

    @Test
    void seesAWorkerThatHangsAfterItGotOn() {
        advance(28, 0.1);
        assertThat(clock.isOver()).isFalse();
        assertThat(secondsUntilOver(0)).isLessThanOrEqualTo(12);
    }

    /** @param share of a processor that the worker gets */
    private int secondsUntilOver(double share) {
        int seconds = 0;
        while (!clock.isOver()) {
            advance(1, share);
            seconds++;
        }
        return seconds;
    }

    private void advance(int seconds, double share) {
        for (int i = 0; i < seconds; i++) {
            clock.isOver();
            now = now.plusSeconds(1);
            used = used.plusNanos((long) (share * 1e9));
        }
    }
}
