package dev.albumen.persistence.job;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scheduler's rows and those of the dead as one list. What holds jobs up is a trigger on the scheduler's claims. */
@Singleton
final class PostgresJobQueue implements JobQueue {

    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE NOT picked) AS pending,
                   count(*) FILTER (WHERE picked) AS running,
                   (SELECT count(*) FROM dead_jobs) AS dead
            FROM jobs WHERE task_instance <> 'recurring'
            """;
    /** Conditions sink into both halves, so the id is read only of rows that have one. */
    private static final String SELECT = "SELECT j.*";
    private static final String FROM = """
            FROM (
                SELECT CASE WHEN task_instance <> 'recurring' THEN CAST(task_instance AS uuid) END AS id, task_name AS kind,
                       convert_from(task_data, 'UTF8') AS data, CASE WHEN picked THEN 'RUNNING' ELSE 'PENDING' END AS state,
                       coalesce(consecutive_failures, 0) AS tries, execution_time AS at, last_failure AS last_failed_at,
                       last_error, picked_by AS node, created_at
                FROM jobs WHERE task_instance <> 'recurring'
                UNION ALL
                SELECT id, name, data, 'DEAD', tries, failed_at, failed_at, cause, NULL, created_at FROM dead_jobs) j
            WHERE true
            """;
    private static final Order LATEST = Order.by("j.at", "timestamptz", "j.id", true);
    private static final String REVIVE = """
            WITH gone AS (DELETE FROM dead_jobs WHERE id = ? AND name = ANY (?) RETURNING id, name, data, created_at),
            again AS (
                INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked, version, created_at)
                SELECT name, id, convert_to(data, 'UTF8'), now(), false, 1, created_at FROM gone
                ON CONFLICT (task_name, task_instance) DO NOTHING)
            SELECT name, data FROM gone
            """;
    private static final String DISCARD = "DELETE FROM dead_jobs WHERE id = ?";
    private static final String PAUSED = "SELECT paused_at, paused_by FROM job_pause";
    private static final String PAUSE = "INSERT INTO job_pause (paused_at, paused_by) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String RESUME = "DELETE FROM job_pause";
    private static final Set<String> ABOUT_IMAGES =
            Set.of(StoredJob.PROCESS_IMAGE, StoredJob.RERENDER_IMAGE, StoredJob.RESTORE_RENDITIONS);

    private final Sql sql;
    private final PostgresJobs jobs;

    PostgresJobQueue(Sql sql, PostgresJobs jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    @Override
    public Counts counts() {
        return sql.one(COUNT, row -> new Counts(row.number("pending"), row.number("running"), row.number("dead")));
    }

    @Override
    public Page<JobView> list(Filter filter, PageRequest page) {
        return new Query().add(SELECT).add(LATEST.column()).add(FROM)
                .addIf(filter.state().orElse(null), "AND j.state = ?", Enum::name)
                .addIf(filter.kind().orElse(null), "AND j.kind = ?", kind -> kind)
                .page(sql, LATEST, page, PostgresJobQueue::view);
    }

    @Override
    public Optional<JobView> find(JobId id) {
        return new Query().add(SELECT).add(FROM).add("AND j.id = ? ORDER BY j.state = 'DEAD' LIMIT 1", id.value())
                .find(sql, PostgresJobQueue::view);
    }

    @Override
    public Optional<Job> revive(JobId id) {
        sql.requireTransaction();
        Optional<Job> revived = sql.find(REVIVE, row -> StoredJob.KINDS.get(row.text("name")).apply(row.text("data")),
                id.value(), StoredJob.KINDS.keySet().toArray(String[]::new));
        revived.ifPresent(job -> jobs.wakeAfterCommit());
        return revived;
    }

    @Override
    public boolean discard(JobId id) {
        return sql.change(DISCARD, id.value()) == 1;
    }

    @Override
    public Optional<Pause> paused() {
        return sql.find(PAUSED, row -> new Pause(row.time("paused_at"), new UserId(row.uuid("paused_by"))));
    }

    @Override
    public boolean pause(Pause pause) {
        return sql.change(PAUSE, pause.since(), pause.by().value()) == 1;
    }

    @Override
    public boolean resume() {
        return sql.change(RESUME) == 1;
    }

    private static JobView view(Row row) throws SQLException {
        JobView.State state = JobView.State.valueOf(row.text("state"));
        String kind = row.text("kind");
        return new JobView(new JobId(row.uuid("id")), kind, state, image(kind, row.text("data")), row.integer("tries"),
                row.time("at"), row.timeOrNull("last_failed_at"), row.textOrNull("last_error"), row.textOrNull("node"),
                row.time("created_at"));
    }

    private static @Nullable ImageId image(String kind, String data) {
        return ABOUT_IMAGES.contains(kind) ? new ImageId(UUID.fromString(data)) : null;
    }
}
