package dev.albumen.bootstrap.metrics;

import dev.albumen.imaging.rendition.RunningEngine;
import dev.albumen.imaging.rendition.worker.EndReason;
import dev.albumen.imaging.rendition.worker.PoolFigures;
import dev.albumen.imaging.rendition.worker.WorkerPool;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * {@code albumen.imaging}: the processes that make pictures on this node. How many there are and what they do, how many
 * pictures wait for one, how long they take, and why those ended that are no more.
 */
@Singleton
final class WorkerMeters implements MeterBinder {

    private final WorkerPool workers;

    WorkerMeters(RunningEngine engine) {
        this.workers = engine.workers();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "albumen.imaging.workers.max", "Processes that make pictures, at most", PoolFigures::size);
        gauge(registry, "albumen.imaging.workers.alive", "Processes that make pictures", PoolFigures::alive);
        gauge(registry, "albumen.imaging.workers.busy", "Processes that are making a picture", PoolFigures::busy);
        gauge(registry, "albumen.imaging.queue", "Pictures that wait for a process", PoolFigures::waiting);
        FunctionTimer.builder("albumen.imaging.tasks", workers, pool -> pool.figures().tasks(),
                        pool -> pool.figures().working().toNanos(), TimeUnit.NANOSECONDS)
                .description("What processes have answered, by time at work")
                .register(registry);
        for (EndReason reason : EndReason.values()) {
            FunctionCounter.builder("albumen.imaging.workers.ended", workers, pool -> pool.figures().ends().get(reason))
                    .description("Processes that are no more, by reason")
                    .tag("reason", reason.label())
                    .register(registry);
        }
    }

    private void gauge(MeterRegistry registry, String name, String description, ToIntFunction<PoolFigures> figure) {
        Gauge.builder(name, workers, pool -> figure.applyAsInt(pool.figures())).description(description).register(registry);
    }
}
