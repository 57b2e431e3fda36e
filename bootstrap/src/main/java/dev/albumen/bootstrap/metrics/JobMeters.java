package dev.albumen.bootstrap.metrics;

import dev.albumen.application.job.JobQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;

/** {@code albumen.jobs}: how much work waits, runs and was given up, over all nodes. Asked when it is read. */
@Singleton
final class JobMeters implements MeterBinder {

    private final JobQueue queue;

    JobMeters(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "pending", JobQueue.Counts::pending);
        gauge(registry, "running", JobQueue.Counts::running);
        gauge(registry, "dead", JobQueue.Counts::dead);
    }

    private void gauge(MeterRegistry registry, String state, ToLongFunction<JobQueue.Counts> count) {
        Gauge.builder("albumen.jobs", queue, asked -> count.applyAsLong(asked.counts()))
                .description("Jobs by state, over all nodes")
                .tag("state", state)
                .register(registry);
    }
}
