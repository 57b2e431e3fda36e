package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.shared.Transactions;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Does jobs on this node, from the start of the context to its end, where something handles jobs. At the end it takes no
 * more, and lets those that run finish.
 */
@Singleton
@Requires(beans = JobHandler.class)
final class JobWorker implements ApplicationEventListener<StartupEvent> {

    static final String TABLE = "jobs";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LAST_WORK = Duration.ofSeconds(20);
    /** A node that says nothing for five of these is taken for dead, and its jobs go to others. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 5;
    private static final double FETCH_BELOW = 0.5;
    private static final double FETCH_UP_TO = 1.0;

    private final Scheduler scheduler;

    JobWorker(
            DataSource pool, Sql sql, Transactions transactions, JobSettings settings, JobHandler handler,
            List<RecurringJob> recurring) {
        Retries retries = new Retries(sql, transactions, settings.firstPause(), handler::givenUp);
        List<OneTimeTask<String>> kinds = StoredJob.KINDS.entrySet().stream()
                .map(kind -> Tasks.oneTime(kind.getKey(), String.class)
                        .onFailure(retries)
                        .onDeadExecution(retries)
                        .execute((task, context) -> handler.handle(
                                kind.getValue().apply(task.getData()), PostgresLease.of(sql, context.getExecution()))))
                .toList();
        this.scheduler = Scheduler.create(DelegatingDataSource.unwrapDataSource(pool), List.copyOf(kinds))
                .startTasks(recurring.stream().map(JobWorker::task).toList())
                .tableName(TABLE)
                .serializer(new TextData())
                .threads(settings.threads())
                // of the platform: a job that computes on a virtual thread would keep requests off the few that carry them
                .executorService(Executors.newFixedThreadPool(settings.threads(), Thread.ofPlatform().name("job-", 0).factory()))
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WORK)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((task, context) -> job.work().run());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        scheduler.start();
    }

    /** Looks for due jobs now instead of at the next poll. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
