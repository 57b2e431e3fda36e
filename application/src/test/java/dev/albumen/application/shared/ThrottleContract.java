package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Throttle.Limit;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every throttle does. */
public abstract class ThrottleContract {

    private static final Limit THREE_AN_HOUR = new Limit("three", 3, Duration.ofHours(1));
    private static final Limit FAST = new Limit("fast", 1, Duration.ofMillis(50));

    private Throttle throttle;
    private String ada;

    /** The same throttle for the whole of a test. */
    protected abstract Throttle throttle();

    @BeforeEach
    void start() {
        throttle = throttle();
        ada = "ada-" + UUID.randomUUID();
    }

    @Test
    void freesTheTriesOfTheLimitAndThenSaysHowLongToWait() {
        take(3);

        assertThat(throttle.take(THREE_AN_HOUR, ada)).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    }

    @Test
    void aTryThatIsNotFreeCostsNothing() {
        take(3);
        Duration wait = throttle.take(THREE_AN_HOUR, ada);

        assertThat(throttle.take(THREE_AN_HOUR, ada)).isLessThanOrEqualTo(wait);
    }

    @Test
    void countsEachKeyByItself() {
        take(3);

        assertThat(throttle.take(THREE_AN_HOUR, ada + " too")).isZero();
    }

    @Test
    void countsEachLimitByItself() {
        take(3);

        assertThat(throttle.take(new Limit("other", 3, Duration.ofHours(1)), ada)).isZero();
    }

    @Test
    void freesWhatWasGivenBack() {
        take(3);
        throttle.giveBack(THREE_AN_HOUR, ada);

        assertThat(throttle.take(THREE_AN_HOUR, ada)).isZero();
        assertThat(throttle.take(THREE_AN_HOUR, ada)).isPositive();
    }

    @Test
    void neverFreesMoreThanTheLimitHas() {
        throttle.giveBack(THREE_AN_HOUR, ada);
        throttle.giveBack(THREE_AN_HOUR, ada);
        take(3);

        assertThat(throttle.take(THREE_AN_HOUR, ada)).isPositive();
    }

    @Test
    void growsBackWithTime() {
        throttle.take(FAST, ada);

        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (throttle.take(FAST, ada).isPositive()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    @Test
    void takesKeysOfAnyLengthAndKind() {
        assertThat(throttle.take(THREE_AN_HOUR, "é\u0000' \uD83D\uDE00" + "x".repeat(10_000))).isZero();
    }

    @Test
    void freesNoTryTwiceWhenManyAskAtOnce() {
        Limit ten = new Limit("ten", 10, Duration.ofHours(1));
        AtomicInteger free = new AtomicInteger();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30).forEach(i -> many.submit(() -> {
                if (throttle.take(ten, ada).isZero()) {
                    free.incrementAndGet();
                }
            }));
        }

        assertThat(free).hasValue(10);
    }

    private void take(int tries) {
        for (int i = 0; i < tries; i++) {
            assertThat(throttle.take(THREE_AN_HOUR, ada)).isZero();
        }
    }
}
