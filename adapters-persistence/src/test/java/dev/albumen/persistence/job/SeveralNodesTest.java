package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobQueue.Counts;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.job.WakeUps;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes of different roles on one queue. */
class SeveralNodesTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Logger LOG = LoggerFactory.getLogger(SeveralNodesTest.class);
    private static final Job JOB = new Job.ProcessImage(new ImageId(new UUID(1, 1)));
    private static final Counts EMPTY = new Counts(0, 0, 0);
    /** Longer than any test: what does not wait for it was told of. */
    private static final String RARELY = "10m";
    private static final int ROUNDS = 20;

    private final JobQueue queue = POSTGRES.bean(JobQueue.class);
    private final Sql sql = POSTGRES.bean(Sql.class);

    private static Node node(String roles, Map<String, Object> more, Node.Work work, RecurringJob... recurring) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("albumen.roles", roles);
        return new Node(POSTGRES, settings, work, (job, node) -> {}, recurring);
    }

    private static void enqueueAt(Node node) {
        node.context().getBean(Transactions.class).writing(() -> node.context().getBean(Jobs.class).enqueue(JOB));
    }

    @Test
    void beginAtOnceWhatANodeAddsThatDoesNoJobs() {
        AtomicLong begun = new AtomicLong();
        List<Long> waits = new ArrayList<>();
        try (Node web = node("web", Map.of(), (job, lease, node) -> {});
                Node worker = node("worker", Map.of("albumen.jobs.poll", RARELY), (job, lease, node) -> begun.set(System.nanoTime()))) {
            awaitListening(web, worker);
            for (int round = 1; round <= ROUNDS; round++) {
                int due = worker.started().size() + 1;
                enqueueAt(web);
                long committed = System.nanoTime();
                Node.await(() -> worker.started().size() == due && queue.counts().equals(EMPTY));
                waits.add(begun.get() - committed);
            }
            assertThat(web.started()).isEmpty();
        }
        waits.sort(null);
        LOG.info("from the commit at one node to the start at another: median {} ms, most {} ms",
                waits.get(ROUNDS / 2) / 1e6, waits.getLast() / 1e6);
    }

    /** Until a first job gets through, the worker's connection may not listen yet. */
    private void awaitListening(Node web, Node worker) {
        enqueueAt(web);
        Node.await(() -> {
            web.context().getBean(JobHints.class).added();
            return !worker.started().isEmpty() && queue.counts().equals(EMPTY);
        });
    }

    @Test
    void areToldAgainWhereTellingFailed() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch told = new CountDownLatch(1);
        WakeUps awayAtFirst = new WakeUps() {
            @Override
            public void tell() {
                if (tries.incrementAndGet() == 1) {
                    throw new DependencyException("away");
                }
                told.countDown();
            }

            @Override
            public Listening listen(Listener listener) {
                return () -> {};
            }
        };
        try (Node web = node("web", Map.of(), (job, lease, node) -> {})) {
            JobHints hints = new JobHints(web.context().getBean(JobWorker.class), awayAtFirst);

            hints.added();

            assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
            hints.stop();
        }
    }

    @Test
    void helpANodeThatHasItsHandsFull() {
        CountDownLatch end = new CountDownLatch(1);
        Node.Work lasting = (job, lease, node) -> await(end);
        try (Node full = node("web,worker", Map.of("albumen.jobs.concurrency", "1"), lasting)) {
            enqueueAt(full);
            Node.await(() -> full.started().size() == 1);
            try (Node idle = node("worker", Map.of("albumen.jobs.poll", RARELY), (job, lease, node) -> {})) {
                enqueueAt(full);
                Node.await(() -> {
                    full.context().getBean(JobHints.class).added();
                    return idle.started().size() == 1;
                });
            } finally {
                end.countDown();
            }
        }
    }

    private static void await(CountDownLatch end) {
        try {
            assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leaveOthersRolesToThem() {
        AtomicInteger byWorker = new AtomicInteger();
        AtomicInteger byScheduler = new AtomicInteger();
        try (Node web = node("web", Map.of(), (job, lease, node) -> {})) {
            enqueueAt(web);
        }
        Duration often = Duration.ofMillis(10);

        try (Node scheduler = node("scheduler", Map.of(), (job, lease, node) -> {},
                new RecurringJob("count", often, byScheduler::incrementAndGet))) {
            Node.await(() -> byScheduler.get() >= 3);
            Node.await(() -> queue.counts().equals(new Counts(1, 0, 0)));
            assertThat(scheduler.started()).as("jobs are for workers").isEmpty();
            try (Node worker = node("worker", Map.of(), (job, lease, node) -> {},
                    new RecurringJob("count", often, byWorker::incrementAndGet))) {
                Node.await(() -> queue.counts().equals(EMPTY));
                int sofar = byScheduler.get();
                Node.await(() -> byScheduler.get() >= sofar + 3);
                assertThat(worker.started()).containsExactly(JOB);
                assertThat(byWorker).as("what recurs is for schedulers").hasValue(0);
            }
        }
    }

    @Test
    void goOnAtOnceWithWhatANodeCouldNotFinish() {
        CountDownLatch never = new CountDownLatch(1);
        Node ending = node("web,worker", Map.of("albumen.stop.finish", "100ms"), (job, lease, node) -> await(never));
        enqueueAt(ending);
        Node.await(() -> ending.started().size() == 1);
        // whatever else is to be seen, it is not that the node was taken for dead
        sql.change("UPDATE jobs SET last_heartbeat = now() + interval '1 hour'");

        ending.close();
        assertThat(queue.counts()).isEqualTo(new Counts(1, 0, 0));

        try (Node next = node("worker", Map.of(), (job, lease, node) -> {})) {
            Node.await(() -> queue.counts().equals(EMPTY));
            assertThat(next.started()).containsExactly(JOB);
        }
    }

    @Test
    void raiseTheVersionOfWhatTheyHandBackSoThatALateTryCommitsNothing() {
        Claims claims = new Claims(sql);
        String insert = """
                INSERT INTO jobs (task_name, task_instance, execution_time, picked, picked_by, version) VALUES (?, ?, now(), true, ?, 1)
                """;
        sql.change(insert, "process-image", UUID.randomUUID().toString(), claims.node());
        sql.change(insert, "process-image", UUID.randomUUID().toString(), new Claims(sql).node());
        long before = sql.one("SELECT sum(version) AS versions FROM jobs", row -> row.number("versions"));

        assertThat(claims.handBack()).isOne();

        assertThat(queue.counts()).isEqualTo(new Counts(1, 1, 0));
        long after = sql.one("SELECT sum(version) AS versions FROM jobs", row -> row.number("versions"));
        assertThat(after).isEqualTo(before + 1);
    }
}
