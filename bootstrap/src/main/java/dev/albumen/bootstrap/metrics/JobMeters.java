package dev.albumen.bootstrap.metrics;

import dev.albumen.application.job.JobQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;

/**
 * {@code albumen.jobs}: how much work waits, runs and was given up, over all nodes. Asked when it is read; the queue is
 * made later than the meters, since its pool is metered too.
 */
@Singleton
final class JobMeters implements MeterBinder {

    private final Provider<JobQueue> queue;

    JobMeters(Provider<JobQueue> queue) {
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "pending", JobQueue.Counts::pending);
        gauge(registry, "running", JobQueue.Counts::running);
        gauge(registry, "dead", JobQueue.Counts::dead);
    }

    private void gauge(MeterRegistry registry, String state, ToLongFunction<JobQueue.Counts> count) {
        Gauge.builder("albumen.jobs", queue, asked -> count.applyAsLong(asked.get().counts()))
                .description("Jobs by state, over all nodes")
                .tag("state", state)
                .register(registry);
    }
}
