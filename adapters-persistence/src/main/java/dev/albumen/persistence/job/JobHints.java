package dev.albumen.persistence.job;

import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.WakeUps;
import dev.albumen.application.shared.DependencyException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes this node's worker when there are jobs, and tells other nodes where it has its hands full a moment later. A node
 * alone that keeps up tells nobody; one whose hands are full does not listen. Who is told and then is full tells on.
 */
@Singleton
@Requires(beans = JobHandler.class)
final class JobHints implements ApplicationEventListener<StartupEvent>, WakeUps.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(JobHints.class);
    /** In which a worker that was woken has taken what it can. */
    private static final long MOMENT_MILLIS = 50;
    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final JobWorker worker;
    private final WakeUps wakeUps;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("job-hints").factory());
    private final AtomicBoolean due = new AtomicBoolean();
    private WakeUps.@Nullable Listening listening;
    /** Of the one thread that tells. */
    private long pause = SHORTEST_PAUSE_MILLIS;

    JobHints(JobWorker worker, WakeUps wakeUps) {
        this.worker = worker;
        this.wakeUps = wakeUps;
    }

    @Override
    public synchronized void onApplicationEvent(StartupEvent event) {
        if (worker.doesJobs()) {
            listening = wakeUps.listen(this);
        }
    }

    /** There are jobs, whose transaction is over. Returns at once. */
    void added() {
        worker.wake();
        check(worker.doesJobs() ? MOMENT_MILLIS : 0);
    }

    @Override
    public boolean hasRoom() {
        return worker.hasRoom();
    }

    @Override
    public void told() {
        added();
    }

    private void check(long millis) {
        if (due.compareAndSet(false, true)) {
            try {
                later.schedule(this::tellWhereFull, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException over) {
                LOG.debug("nobody is told of jobs at the end");
            }
        }
    }

    private void tellWhereFull() {
        due.set(false);
        if (worker.hasRoom()) {
            return;
        }
        try {
            wakeUps.tell();
            pause = SHORTEST_PAUSE_MILLIS;
        } catch (DependencyException e) {
            LOG.debug("others are told again in {} ms, unless they look for jobs before: {}", pause, e.getMessage());
            check(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (listening != null) {
            listening.close();
        }
        later.shutdownNow();
    }
}
