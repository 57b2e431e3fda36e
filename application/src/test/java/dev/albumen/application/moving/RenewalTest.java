package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.DependencyException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        CompletableFuture<Thread> renewing = new CompletableFuture<>();

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> Renewal.during(() -> {
            renewing.orTimeout(20, TimeUnit.SECONDS).join();
            throw new LeaseLostException();
        }, () -> renewing.complete(Thread.currentThread()), OFTEN));

        assertThat(renewing.join().join(Duration.ofSeconds(20))).as("whoever renewed has ended").isTrue();
    }

    private static boolean isOver(CountDownLatch event) {
        try {
            return event.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
