package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.DependencyException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenewalTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void comesAgainAndAgainEvenAfterOneThatFailed() {
        CountDownLatch three = new CountDownLatch(3);

        Renewal.during(() -> assertThat(isOver(three)).isTrue(), () -> {
            three.countDown();
            if (three.getCount() == 2) {
                throw new DependencyException("503");
            }
        }, OFTEN);
    }

    @Test
    void endsWithTheWorkHoweverThatEnds() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger all = new AtomicInteger();

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> Renewal.during(() -> {
            assertThat(isOver(first)).isTrue();
            throw new LeaseLostException();
        }, () -> {
            all.incrementAndGet();
            first.countDown();
        }, OFTEN));

        int last = all.get();
        Thread.sleep(OFTEN.multipliedBy(10));
        assertThat(all).hasValue(last);
    }

    private static boolean isOver(CountDownLatch event) {
        try {
            return event.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
