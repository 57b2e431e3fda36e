package dev.albumen.persistence.job;

import dev.albumen.application.job.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Jobs for a running instance, given and watched by a command beside it. */
public final class JobsBeside {

    private static final String WAITING = "SELECT count(*) FROM jobs WHERE task_name = ?";

    private JobsBeside() {}

    /** Has the instance do a job; does nothing where it is to do so already. */
    public static void enqueueOnce(Connection connection, Job wanted) throws SQLException {
        StoredJob job = StoredJob.of(wanted);
        try (PreparedStatement statement = connection.prepareStatement(PostgresJobs.ENQUEUE_ONCE)) {
            statement.setString(1, job.kind());
            statement.setString(2, job.onlyInstance());
            statement.setString(3, job.data());
            statement.executeUpdate();
        }
    }

    /** How many jobs of the same kind the instance has yet to do. */
    public static long waitingLike(Connection connection, Job one) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setString(1, StoredJob.of(one).kind());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
