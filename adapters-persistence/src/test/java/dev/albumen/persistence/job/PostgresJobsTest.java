package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobQueue.Counts;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.JobsContract;
import dev.albumen.application.job.JobView;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.persistence.shared.PostgresTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresJobsTest extends JobsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Job JOB = new Job.ProcessImage(new ImageId(new UUID(7, 8)));

    private final Jobs jobs = POSTGRES.bean(Jobs.class);
    private final JobQueue queue = POSTGRES.bean(JobQueue.class);
    private final Transactions transactions = POSTGRES.bean(Transactions.class);

    @Override
    protected void enqueue(Job job) {
        transactions.writing(() -> jobs.enqueue(job));
    }

    @Override
    protected void enqueueOnce(Job job) {
        transactions.writing(() -> jobs.enqueueOnce(job));
    }

    @Override
    protected List<Job> done() {
        try (Node node = new Node(POSTGRES, job -> {})) {
            Node.await(() -> queue.counts().equals(new Counts(0, 0, 0)));
            return node.started();
        }
    }

    @Override
    protected void bury(Job job, String cause) {
        transactions.writing(() -> jobs.bury(job, 6, cause, Instant.EPOCH));
    }

    @Override
    protected List<Job> revivedDead() {
        List<Job> dead = new ArrayList<>();
        for (JobView one : queue.list(new JobQueue.Filter(Optional.of(JobView.State.DEAD), Optional.empty()), PageRequest.first(9)).items()) {
            transactions.writing(() -> queue.revive(one.id()).ifPresent(dead::add));
        }
        return dead;
    }

    @Test
    void showsWhyWhatWasTriedElsewhereWasGivenUp() {
        bury(new Job.SendMail(new UUID(7, 9)), "first");
        bury(new Job.SendMail(new UUID(7, 9)), "then");

        assertThat(queue.list(JobQueue.Filter.ANY, PageRequest.first(9)).items()).singleElement().satisfies(job -> {
            assertThat(job.kind()).isEqualTo("send-mail");
            assertThat(job.state()).isEqualTo(JobView.State.DEAD);
            assertThat(job.tries()).isEqualTo(6);
            assertThat(job.lastError()).isEqualTo("then");
            assertThat(job.lastFailedAt()).isEqualTo(Instant.EPOCH);
        });
    }

    @Test
    void forgetsAJobWhoseTransactionRollsBack() {
        assertThatThrownBy(() -> transactions.writing(() -> {
            jobs.enqueue(JOB);
            throw Refusal.notFound();
        })).isInstanceOf(RefusedException.class);

        assertThat(queue.counts()).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void refusesToEnqueueOutsideATransaction() {
        assertThatThrownBy(() -> jobs.enqueue(JOB)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> jobs.enqueueOnce(JOB)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> jobs.bury(JOB, 1, "cause", Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void countsWhatWaits() {
        enqueue(JOB);
        enqueue(JOB);

        assertThat(queue.counts()).isEqualTo(new Counts(2, 0, 0));
    }
}
