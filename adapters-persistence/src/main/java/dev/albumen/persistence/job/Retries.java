package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a failed job again after growing, scattered pauses, and in the end tells the handler and lays it among the dead.
 * Five tries take a minute and a half; where something it stands on does not answer, they take an hour. A job whose node
 * went away is given up later: it may be the job that takes nodes down, or just a node that died often. A try that has
 * lost its lease decides nothing.
 */
final class Retries implements FailureHandler<String>, DeadExecutionHandler<String> {

    static final int TRIES = 5;
    static final int DEATHS = 12;
    private static final int GROWTH = 4;
    private static final int PATIENT_GROWTH = 16;
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final String NOTE = "UPDATE jobs SET last_error = ? WHERE task_name = ? AND task_instance = ? AND version = ?";
    private static final String BURY = """
            INSERT INTO dead_jobs (id, name, data, cause, failed_at, tries, created_at)
            SELECT ?, task_name, convert_from(task_data, 'UTF8'), ?, ?, ?, created_at
            FROM jobs WHERE task_name = ? AND task_instance = ?
            ON CONFLICT (id) DO UPDATE SET cause = EXCLUDED.cause, failed_at = EXCLUDED.failed_at, tries = EXCLUDED.tries
            """;

    private final Sql sql;
    private final Transactions transactions;
    private final Backoff usual;
    private final Backoff unanswered;
    private final Backoff abandoned;
    private final Consumer<Job> givenUp;
    private final BooleanSupplier ending;

    /**
     * @param givenUp is told of every job in the transaction that lays it among the dead
     * @param ending whether this node is about to end
     */
    Retries(Sql sql, Transactions transactions, Duration firstPause, Consumer<Job> givenUp, BooleanSupplier ending) {
        this.sql = sql;
        this.transactions = transactions;
        this.usual = new Backoff(firstPause, GROWTH, TRIES);
        this.unanswered = new Backoff(firstPause, PATIENT_GROWTH, TRIES);
        this.abandoned = new Backoff(firstPause, GROWTH, DEATHS);
        this.givenUp = givenUp;
        this.ending = ending;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<String> operations) {
        if (ending.getAsBoolean()) {
            return;
        }
        boolean noAnswer = failed.getCause().filter(DependencyException.class::isInstance).isPresent();
        again(failed, operations, noAnswer ? unanswered : usual);
    }

    @Override
    public void deadExecution(ExecutionComplete dead, ExecutionOperations<String> operations) {
        again(dead, operations, abandoned);
    }

    private void again(ExecutionComplete failed, ExecutionOperations<String> operations, Backoff backoff) {
        Execution execution = failed.getExecution();
        int failures = execution.consecutiveFailures + 1;
        String cause = failed.getCause().map(Cause::of).orElse("The node that did it went away.");
        if (!backoff.allowsAnother(failures)) {
            bury(execution, failures, cause, failed);
        } else if (sql.change(NOTE, cause, execution.getTaskName(), execution.getId(), execution.version) == 1) {
            operations.reschedule(failed, failed.getTimeDone().plus(backoff.pause(failures, ThreadLocalRandom.current())));
        } else {
            late(execution);
        }
    }

    private void bury(Execution execution, int failures, String cause, ExecutionComplete failed) {
        PostgresLease lease = PostgresLease.of(sql, execution);
        Job job = StoredJob.KINDS.get(execution.getTaskName()).apply((String) execution.taskInstance.getData());
        try {
            transactions.writing(() -> {
                lease.hold();
                givenUp.accept(job);
                sql.change(BURY, UUID.fromString(execution.getId()), cause, failed.getTimeDone(), failures,
                        execution.getTaskName(), execution.getId());
                lease.remove();
            });
        } catch (LeaseLostException e) {
            late(execution);
        }
    }

    private static void late(Execution execution) {
        LOG.info("{} {} was given to another try", execution.getTaskName(), execution.getId());
    }
}
