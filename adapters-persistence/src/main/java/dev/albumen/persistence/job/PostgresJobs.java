package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Enqueues on the caller's own connection and wakes a worker after the commit: this node's, or another's. */
@Singleton
final class PostgresJobs implements Jobs {

    /** By hand: the scheduler's own way fails on a row that is there, and with it the caller's transaction. */
    static final String ENQUEUE_ONCE = """
            INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked, version)
            VALUES (?, ?, convert_to(?, 'UTF8'), now(), false, 1)
            ON CONFLICT (task_name, task_instance) DO NOTHING
            """;

    private static final String BURY = """
            INSERT INTO dead_jobs (id, name, data, cause, failed_at, tries) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET cause = EXCLUDED.cause, failed_at = EXCLUDED.failed_at, tries = EXCLUDED.tries
            """;

    private final SchedulerClient client;
    private final Sql sql;
    private final TransactionOperations<Connection> transactions;
    private final BeanProvider<JobHints> hints;

    PostgresJobs(
            DataSource ofTransaction, Sql sql, TransactionOperations<Connection> transactions,
            BeanProvider<JobHints> hints) {
        this.client = SchedulerClient.Builder.create(ofTransaction)
                .tableName(JobWorker.TABLE)
                .serializer(new TextData())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
        this.sql = sql;
        this.transactions = transactions;
        this.hints = hints;
    }

    @Override
    public void enqueue(Job job) {
        sql.requireTransaction();
        StoredJob stored = StoredJob.of(job);
        client.schedule(new TaskInstance.Builder<String>(stored.kind(), UUID.randomUUID().toString())
                .data(stored.data())
                .scheduledTo(Instant.now()));
        wakeAfterCommit();
    }

    @Override
    public void enqueueOnce(Job job) {
        sql.requireTransaction();
        StoredJob stored = StoredJob.of(job);
        if (sql.change(ENQUEUE_ONCE, stored.kind(), stored.onlyInstance(), stored.data()) == 1) {
            wakeAfterCommit();
        }
    }

    @Override
    public void bury(Job job, int tries, String cause, Instant failedAt) {
        sql.requireTransaction();
        StoredJob stored = StoredJob.of(job);
        sql.change(BURY, UUID.fromString(stored.onlyInstance()), stored.kind(), stored.data(), cause, failedAt, tries);
    }

    void wakeAfterCommit() {
        transactions.findTransactionStatus().orElseThrow().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hints.ifPresent(JobHints::added);
            }
        });
    }
}
