package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobQueue.Counts;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobWorkerTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Job GOOD = new Job.ProcessImage(new ImageId(new UUID(1, 1)));
    private static final Job BAD = new Job.ProcessImage(new ImageId(new UUID(2, 2)));
    private static final Counts EMPTY = new Counts(0, 0, 0);

    private final Jobs jobs = POSTGRES.bean(Jobs.class);
    private final JobQueue queue = POSTGRES.bean(JobQueue.class);
    private final Sql sql = POSTGRES.bean(Sql.class);

    private void enqueue(Job job) {
        POSTGRES.bean(Transactions.class).writing(() -> jobs.enqueue(job));
    }

    @Test
    void triesAFailingJobFiveTimesAndKeepsItAmongTheDead() {
        enqueue(BAD);
        enqueue(GOOD);

        try (Node node = new Node(POSTGRES, JobWorkerTest::failBad)) {
            Node.await(() -> queue.counts().equals(new Counts(0, 0, 1)));

            assertThat(Collections.frequency(node.started(), BAD)).isEqualTo(Retries.TRIES);
            assertThat(Collections.frequency(node.started(), GOOD)).isOne();
            assertThat(node.givenUp()).containsExactly(BAD);
        }
        String dead = sql.one("SELECT concat_ws(' ', name, data, cause) AS dead FROM dead_jobs", row -> row.text("dead"));
        assertThat(dead).isEqualTo("process-image " + new UUID(2, 2) + " java.lang.StackOverflowError: deep");
    }

    private static void failBad(Job job) {
        if (job.equals(BAD)) {
            throw new StackOverflowError("deep");
        }
    }

    @Test
    void hasMorePatienceWhereSomethingDoesNotAnswer() {
        enqueue(GOOD);
        AtomicInteger tries = new AtomicInteger();

        try (Node node = new Node(POSTGRES, job -> {
            if (tries.incrementAndGet() <= Retries.TRIES) {
                throw new DependencyException("away");
            }
        })) {
            Node.await(() -> queue.counts().equals(EMPTY));

            assertThat(node.started()).hasSize(Retries.TRIES + 1);
            assertThat(node.givenUp()).isEmpty();
        }
    }

    @Test
    void doesAsManyAtOnceAsItMayAndNoMore() {
        for (int i = 0; i < 9; i++) {
            enqueue(GOOD);
        }
        CyclicBarrier three = new CyclicBarrier(3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        try (Node node = new Node(POSTGRES, job -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            meet(three);
            running.decrementAndGet();
        })) {
            Node.await(() -> queue.counts().equals(EMPTY));

            assertThat(node.started()).hasSize(9);
            assertThat(most).hasValue(3);
        }
    }

    @Test
    void givesTheJobOfANodeThatWentAwayToAnother() {
        enqueue(GOOD);
        sql.change("UPDATE jobs SET picked = true, picked_by = 'gone', last_heartbeat = now() - interval '1 minute'");

        try (Node node = new Node(POSTGRES, job -> {})) {
            Node.await(() -> queue.counts().equals(EMPTY));

            assertThat(node.started()).containsExactly(GOOD);
        }
    }

    @Test
    void letsARunningJobFinishWhenItStops() throws Exception {
        enqueue(GOOD);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        Node node = new Node(POSTGRES, job -> {
            started.countDown();
            wait(stopping);
        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::close);
        enqueue(BAD);
        stopping.countDown();
        stopped.get(30, TimeUnit.SECONDS);

        assertThat(node.started()).startsWith(GOOD);
        assertThat(queue.counts().running()).isZero();
    }

    @Test
    void repeatsWhatRecurs() throws Exception {
        CountDownLatch thrice = new CountDownLatch(3);
        RecurringJob counting = new RecurringJob("count-down", Duration.ofMillis(1), () -> {
            thrice.countDown();
            throw new IllegalStateException("fails, and comes back all the same");
        });

        try (Node node = new Node(POSTGRES, job -> {}, counting)) {
            assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
