package dev.albumen.persistence.job;

import dev.albumen.application.job.SpareTime;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Few threads of this node, one for every four processors: what takes much, such as making a picture, is done by others. */
@Singleton
final class SpareThreads implements SpareTime {

    private static final Logger LOG = LoggerFactory.getLogger(SpareThreads.class);
    private static final int WAITING = 500;

    private final ThreadPoolExecutor threads;

    SpareThreads() {
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
        this.threads = new ThreadPoolExecutor(
                count, count, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("spare-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public boolean offer(Runnable work) {
        try {
            threads.execute(() -> done(work));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private static void done(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("something done in spare time failed", e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
