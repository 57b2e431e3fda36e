package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.albumen.application.job.Lease;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.persistence.shared.Sql;

/**
 * A claim on a job's row, told by the row's version: each claim and each return of the row makes it greater, a heartbeat
 * does not.
 */
record PostgresLease(Sql sql, String kind, String instance, long version) implements Lease {

    private static final String HOLD = """
            SELECT version FROM jobs WHERE task_name = ? AND task_instance = ? AND version = ? AND picked FOR UPDATE
            """;
    private static final String REMOVE = "DELETE FROM jobs WHERE task_name = ? AND task_instance = ? AND version = ?";

    static PostgresLease of(Sql sql, Execution execution) {
        return new PostgresLease(sql, execution.getTaskName(), execution.getId(), execution.version);
    }

    @Override
    public void hold() {
        sql.requireTransaction();
        if (sql.find(HOLD, row -> row.number("version"), kind, instance, version).isEmpty()) {
            throw new LeaseLostException();
        }
    }

    /** Ends the job. */
    void remove() {
        sql.change(REMOVE, kind, instance, version);
    }
}
