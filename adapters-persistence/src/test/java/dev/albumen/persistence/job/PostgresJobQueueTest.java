package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobQueueContract;
import dev.albumen.application.job.JobView;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresJobQueueTest extends JobQueueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final String ADD = """
            INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked, picked_by, version, created_at)
            VALUES (?, ?, convert_to(?, 'UTF8'), ?, ?, ?, 1, ?)
            """;
    private static final String ADD_DEAD =
            "INSERT INTO dead_jobs (id, name, data, cause, failed_at, tries, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String CLAIM = "UPDATE jobs SET picked = true, picked_by = 'one' WHERE task_instance = ?";
    private static final String GIVE_BACK = "UPDATE jobs SET picked = false, picked_by = NULL WHERE task_instance = ?";

    private final JobQueue queue = POSTGRES.bean(JobQueue.class);
    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected JobQueue queue() {
        return queue;
    }

    @Override
    protected void writing(Runnable work) {
        POSTGRES.bean(Transactions.class).writing(work);
    }

    @Override
    protected void given(JobView job) {
        String image = String.valueOf(job.image());
        if (job.state() == JobView.State.DEAD) {
            sql.change(ADD_DEAD, job.id().value(), job.kind(), image, job.lastError(), job.at(), job.tries(), job.createdAt());
        } else {
            sql.change(ADD, job.kind(), job.id().toString(), image, job.at(), job.state() == JobView.State.RUNNING, job.node(),
                    job.createdAt());
        }
    }

    @Override
    protected boolean begins(JobId id) {
        boolean begun = sql.change(CLAIM, id.toString()) == 1;
        sql.change(GIVE_BACK, id.toString());
        return begun;
    }

    @Test
    void leavesOutWhatRecurs() {
        try (Node node = new Node(POSTGRES, job -> {}, new RecurringJob("look-around", Duration.ofHours(1), () -> {}))) {
            Node.await(() -> sql.one("SELECT count(*) AS n FROM jobs WHERE task_name = 'look-around'", row -> row.number("n")) == 1);

            assertThat(queue.list(JobQueue.Filter.ANY, PageRequest.first(50)).items()).isEmpty();
        }
    }

    @Test
    void tellsWhyAJobWaitsForAnotherTry() {
        writing(() -> POSTGRES.bean(Jobs.class).enqueue(new Job.ProcessImage(new ImageId(new UUID(1, 1)))));
        try (Node node = new Node(POSTGRES, job -> {
            queue.pause(new JobQueue.Pause(Instant.EPOCH, new UserId(new UUID(1, 1))));
            throw new IllegalStateException("odd\n\tat somewhere");
        })) {
            Node.await(() -> node.started().size() == 1 && queue.counts().pending() == 1);
        }
        JobView waiting = queue.list(JobQueue.Filter.ANY, PageRequest.first(50)).items().getFirst();

        assertThat(waiting.tries()).isOne();
        assertThat(waiting.lastError()).isEqualTo("IllegalStateException: odd");
        assertThat(waiting.lastFailedAt()).isNotNull();
        assertThat(waiting.node()).isNull();
    }

    @Test
    void goesOnWithWhatWasHeldUpOnANodeThatStartedMeanwhile() {
        queue.pause(new JobQueue.Pause(Instant.EPOCH, new UserId(new UUID(1, 1))));
        writing(() -> POSTGRES.bean(Jobs.class).enqueue(new Job.ProcessImage(new ImageId(new UUID(1, 1)))));
        try (Node node = new Node(POSTGRES, job -> {
            if (queue.paused().isPresent()) {
                throw new AssertionError("begun while it was held up");
            }
        })) {
            queue.resume();
            Node.await(() -> queue.counts().equals(new JobQueue.Counts(0, 0, 0)));

            assertThat(node.started()).hasSize(1);
        }
    }
}
