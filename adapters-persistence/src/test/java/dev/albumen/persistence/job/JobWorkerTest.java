package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobQueue.Counts;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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
        assertThat(dead).isEqualTo("process-image " + new UUID(2, 2) + " StackOverflowError: deep");
    }

    /** It may be long until it looks again. */
    @Test
    void seesItsJobsBehindAllThatAreOtherNodesAtItsFirstLook() {
        for (int other = 0; other < 10; other++) {
            sql.change("""
                    INSERT INTO jobs (task_name, task_instance, execution_time, picked, version)
                    VALUES (?, 'recurring', now() - interval '1 hour', false, 1)
                    """, "of-another-role-" + other);
        }
        enqueue(GOOD);

        try (Node node = new Node(POSTGRES, Map.of("albumen.jobs.poll", "10m"), (job, lease, context) -> {}, (job, context) -> {})) {
            Node.await(() -> node.started().contains(GOOD));
        }
    }

    private static void failBad(Job job) {
        if (job.equals(BAD)) {
            throw new StackOverflowError("deep");
        }
    }

    @Test
    void laysNothingAmongTheDeadThatItsHandlerCouldNotBeToldOf() {
        enqueue(BAD);
        AtomicInteger told = new AtomicInteger();
        BiConsumer<Job, ApplicationContext> once = (job, node) -> {
            node.getBean(Jobs.class).enqueue(GOOD);
            if (told.incrementAndGet() == 1) {
                throw new DependencyException("away");
            }
        };

        try (Node node = new Node(POSTGRES, (job, lease, context) -> failBad(job), once)) {
            Node.await(() -> told.get() == 1);
            declareDead();
            Node.await(() -> queue.counts().equals(new Counts(0, 0, 1)));

            assertThat(Collections.frequency(node.started(), GOOD)).as("of what rolled back nothing is left").isOne();
        }
    }

    /** All that is at work is as if its nodes had said nothing for long. */
    private void declareDead() {
        sql.change("UPDATE jobs SET last_heartbeat = now() - interval '1 minute' WHERE picked");
    }

    @Test
    void letsNobodyCommitWhoWasTakenForDead() throws Exception {
        Job ofFirst = new Job.RerenderImage(new ImageId(new UUID(1, 0)));
        Job ofSecond = new Job.RerenderImage(new ImageId(new UUID(2, 0)));
        enqueue(GOOD);
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> late = new CompletableFuture<>();

        Node.Work work = (job, lease, node) -> {
            if (!job.equals(GOOD)) {
                return;
            }
            boolean first = tries.incrementAndGet() == 1;
            if (first) {
                wait(done);
            }
            try {
                node.getBean(Transactions.class).writing(() -> {
                    node.getBean(Jobs.class).enqueue(first ? ofFirst : ofSecond);
                    lease.hold();
                });
            } catch (LeaseLostException e) {
                late.completeExceptionally(e);
                throw e;
            }
        };
        try (Node one = new Node(POSTGRES, work, (job, node) -> {}); Node other = new Node(POSTGRES, work, (job, node) -> {})) {
            Node.await(() -> tries.get() == 1);
            long ofFirstTry = sql.one("SELECT version FROM jobs WHERE picked", row -> row.number("version"));
            // Its own heartbeats come in between, and leave the version as it is.
            Node.await(() -> {
                sql.change("UPDATE jobs SET last_heartbeat = now() - interval '1 minute' WHERE picked AND version = ?", ofFirstTry);
                return tries.get() == 2;
            });
            Node.await(() -> queue.counts().equals(EMPTY));
            done.countDown();

            assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(LeaseLostException.class);
            Node.await(() -> queue.counts().equals(EMPTY));
            assertThat(Stream.of(one, other).flatMap(node -> node.started().stream()))
                    .as("the second try's work, and nothing of the first's").containsExactlyInAnyOrder(GOOD, GOOD, ofSecond);
            assertThat(one.givenUp()).isEmpty();
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
