package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.albumen.application.job.Job;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Tries a failed job again after growing, scattered pauses, and in the end tells the handler and lays it among the dead. A
 * job that something it stands on did not answer has more patience: that may take hours. So has one whose node went away:
 * it may be the job that takes nodes down, or just a node that died often.
 */
final class Retries implements FailureHandler<String>, DeadExecutionHandler<String> {

    static final int TRIES = 5;
    static final int PATIENT_TRIES = 12;
    private static final Duration MAX_PAUSE = Duration.ofMinutes(15);
    private static final int GROWTH = 4;
    private static final int MAX_CAUSE = 2000;
    private static final String BURY = """
            INSERT INTO dead_jobs (id, name, data, cause, failed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """;

    private final Sql sql;
    private final Duration firstPause;
    private final Consumer<Job> givenUp;

    /** @param givenUp is told of every job before it is laid among the dead */
    Retries(Sql sql, Duration firstPause, Consumer<Job> givenUp) {
        this.sql = sql;
        this.firstPause = firstPause;
        this.givenUp = givenUp;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<String> operations) {
        boolean unanswered = failed.getCause().filter(DependencyException.class::isInstance).isPresent();
        again(failed, operations, unanswered ? PATIENT_TRIES : TRIES);
    }

    @Override
    public void deadExecution(ExecutionComplete abandoned, ExecutionOperations<String> operations) {
        again(abandoned, operations, PATIENT_TRIES);
    }

    private void again(ExecutionComplete failed, ExecutionOperations<String> operations, int tries) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        if (failures < tries) {
            operations.reschedule(failed, failed.getTimeDone().plus(pause(failures)));
            return;
        }
        String kind = failed.getExecution().getTaskName();
        String data = (String) failed.getExecution().taskInstance.getData();
        givenUp.accept(StoredJob.KINDS.get(kind).apply(data));
        String cause = failed.getCause().map(Throwable::toString).orElse("its node went away");
        // The node may die between any two of these: then the job is tried once more, and buried under the same id.
        sql.change(BURY, UUID.fromString(failed.getExecution().getId()), kind, data,
                cause.substring(0, Math.min(MAX_CAUSE, cause.length())), failed.getTimeDone());
        operations.remove();
    }

    /** Half to one and a half times the even pause, so that what failed together does not come back together. */
    private Duration pause(int failures) {
        double even = Math.min(MAX_PAUSE.toMillis(), firstPause.toMillis() * Math.pow(GROWTH, failures - 1));
        return Duration.ofMillis((long) (even * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }
}
