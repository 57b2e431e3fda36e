package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.WakeUps;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs on this node, from the start of the context to its end, where something handles jobs and the node's roles say
 * so. At the end it takes no more, lets those that run finish for a while, and hands the others back, so that another node
 * begins them at once.
 */
@Singleton
@Requires(beans = JobHandler.class)
final class JobWorker implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    static final String TABLE = "jobs";
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    /** A node that says nothing for five of these is taken for dead, and its jobs go to others. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 5;
    private static final double FETCH_BELOW = 0.5;
    private static final double FETCH_UP_TO = 1.0;
    /** The scheduler removes rows of tasks that it does not know. They are another release's, or another role's. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Claims claims;
    private final WakeUps wakeUps;
    private final int threads;
    private final boolean doesJobs;
    private final @Nullable Scheduler scheduler;
    private volatile boolean ending;

    /** @param finish how long jobs may take to finish at the end */
    JobWorker(
            DataSource pool, Sql sql, JobTasks tasks, JobSettings settings, WakeUps wakeUps,
            @Property(name = "albumen.stop.finish", defaultValue = "20s") Duration finish) {
        this.claims = new Claims(sql);
        this.wakeUps = wakeUps;
        this.threads = settings.threads();
        this.doesJobs = tasks.doesJobs();
        this.scheduler = tasks.any() ? made(DelegatingDataSource.unwrapDataSource(pool), tasks, settings, finish) : null;
    }

    /**
     * Other roles' jobs lie in the same table. The scheduler takes no notice of a kind that it does not know only once it came
     * upon one, in place of a job that it could do: whenever it did, it looks again.
     */
    private Scheduler made(DataSource pool, JobTasks tasks, JobSettings settings, Duration finish) {
        return Scheduler.create(pool, tasks.jobs(() -> ending))
                .startTasks(tasks.recurring())
                .schedulerName(new SchedulerName.Fixed(claims.node()))
                .tableName(TABLE)
                .serializer(new TextData())
                .threads(threads)
                // of the platform: a job that computes on a virtual thread would keep requests off the few that carry them
                .executorService(Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("job-", 0).factory()))
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .pollingInterval(settings.poll())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(finish)
                .failureLogging(LogLevel.WARN, true)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType event) {
                        if (event == SchedulerEventType.UNRESOLVED_TASK) {
                            wake();
                        }
                    }
                })
                .build();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (scheduler != null) {
            scheduler.start();
        }
    }

    /** Looks for due jobs now instead of at the next poll. */
    void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Whether it does jobs at all. */
    boolean doesJobs() {
        return doesJobs;
    }

    /** Whether it would begin a job at once. */
    boolean hasRoom() {
        return doesJobs && scheduler != null && !ending && scheduler.getCurrentlyExecuting().size() < threads;
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Thread.ofPlatform().name("jobs-end").start(() -> {
            stop();
            over.complete(null);
        });
        return over;
    }

    @PreDestroy
    synchronized void stop() {
        if (scheduler == null || ending) {
            return;
        }
        ending = true;
        scheduler.stop();
        handBack();
    }

    private void handBack() {
        try {
            int left = claims.handBack();
            if (left > 0) {
                LOG.info("{} jobs were broken off and are handed back", left);
                wakeUps.tell();
            }
        } catch (DependencyException e) {
            LOG.warn("jobs that were broken off may wait until this node is taken for dead: {}", e.getMessage());
        }
    }
}
