package dev.albumen.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What everything does that works in spare time. */
public abstract class SpareTimeContract {

    private static final int TOO_MUCH = 100_000;

    protected abstract SpareTime spareTime();

    /** Lets it work where it does not by itself. */
    protected void goOn() {}

    @Test
    @Timeout(60)
    void doesWhatItTakes() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(3);
        SpareTime spareTime = spareTime();
        for (int i = 0; i < 3; i++) {
            assertThat(spareTime.offer(done::countDown)).isTrue();
        }
        goOn();
        done.await();
    }

    @Test
    @Timeout(60)
    void goesOnAfterAFailure() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        SpareTime spareTime = spareTime();
        spareTime.offer(() -> {
            throw new IllegalStateException("planted");
        });
        spareTime.offer(done::countDown);
        goOn();
        done.await();
    }

    @Test
    @Timeout(60)
    void declinesWhatIsTooMuchAndNeverBeginsIt() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        List<Integer> done = new CopyOnWriteArrayList<>();
        SpareTime spareTime = spareTime();
        int taken = 0;
        while (taken < TOO_MUCH && spareTime.offer(numbered(taken, open, done, last))) {
            taken++;
        }
        assertThat(taken).isBetween(1, TOO_MUCH - 1);
        open.countDown();
        goOn();
        while (!spareTime.offer(last::countDown)) {
            Thread.onSpinWait();
        }
        goOn();
        last.await();
        assertThat(done).doesNotContain(taken);
    }

    private static Runnable numbered(int number, CountDownLatch open, List<Integer> done, CountDownLatch last) {
        return () -> {
            try {
                open.await();
                done.add(number);
            } catch (InterruptedException e) {
                last.countDown();
            }
        };
    }
}
