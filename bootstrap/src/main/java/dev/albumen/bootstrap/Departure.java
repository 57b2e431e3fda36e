package dev.albumen.bootstrap;

import dev.albumen.rest.shared.Connections;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a node goes without anybody noticing: it says that it is not ready, and goes on for as long as proxies take to see that;
 * then it takes nothing more, lets what is under way finish for a while, and hands back the jobs that do not.
 *
 * @param notice for proxies to see that it goes
 * @param finish for what is under way
 */
record Departure(ApplicationContext context, Duration notice, Duration finish) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    /** What handing back and the like may take beyond. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    static Departure of(ApplicationContext context) {
        return new Departure(
                context, context.getRequiredProperty("albumen.stop.wait", Duration.class),
                context.getRequiredProperty("albumen.stop.finish", Duration.class));
    }

    @Override
    public void close() {
        context.getBean(Connections.class).leave();
        rest();
        // The framework's own would also end executors that requests under way still need.
        List<? extends CompletionStage<?>> all = context.getBeansOfType(GracefulShutdownCapable.class).stream()
                .filter(part -> part.getClass().getName().startsWith("dev.albumen."))
                .map(GracefulShutdownCapable::shutdownGracefully)
                .toList();
        long end = System.nanoTime() + finish.plus(LAST_WORDS).toNanos();
        all.forEach(part -> await(part, end));
    }

    private void rest() {
        long end = System.nanoTime() + notice.toNanos();
        for (long left = notice.toNanos(); left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void await(CompletionStage<?> part, long end) {
        try {
            part.toCompletableFuture().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("requests that did not finish within {} are broken off", finish);
        } catch (ExecutionException e) {
            LOG.warn("a part of this node did not end as it should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
