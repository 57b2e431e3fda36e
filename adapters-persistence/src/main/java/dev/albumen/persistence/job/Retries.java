package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.albumen.persistence.shared.Sql;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries a failed job again after growing, scattered pauses, and in the end lays it among the dead. A job whose node went
 * away counts as failed too, with more patience: it may be the job that takes nodes down, or just a node that died often.
 */
final class Retries implements FailureHandler<String>, DeadExecutionHandler<String> {

    static final int TRIES = 5;
    static final int TRIES_LEFT_ALONE = 12;
    private static final int GROWTH = 4;
    private static final int MAX_CAUSE = 2000;
    private static final String BURY = """
            INSERT INTO dead_jobs (id, name, data, cause, failed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """;

    private final Sql sql;
    private final Duration firstPause;

    Retries(Sql sql, Duration firstPause) {
        this.sql = sql;
        this.firstPause = firstPause;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<String> operations) {
        again(failed, operations, TRIES);
    }

    @Override
    public void deadExecution(ExecutionComplete abandoned, ExecutionOperations<String> operations) {
        again(abandoned, operations, TRIES_LEFT_ALONE);
    }

    private void again(ExecutionComplete failed, ExecutionOperations<String> operations, int tries) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        if (failures < tries) {
            operations.reschedule(failed, failed.getTimeDone().plus(pause(failures)));
            return;
        }
        String cause = failed.getCause().map(Throwable::toString).orElse("its node went away");
        // The node may die between the two: then the job is tried once more and buried under the same id.
        sql.change(BURY, UUID.fromString(failed.getExecution().getId()), failed.getExecution().getTaskName(),
                (String) failed.getExecution().taskInstance.getData(), cause.substring(0, Math.min(MAX_CAUSE, cause.length())),
                failed.getTimeDone());
        operations.remove();
    }

    /** Half to one and a half times the even pause, so that what failed together does not come back together. */
    private Duration pause(int failures) {
        double even = firstPause.toMillis() * Math.pow(GROWTH, failures - 1);
        return Duration.ofMillis((long) (even * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }
}
