package dev.albumen.bootstrap.metrics;

import dev.albumen.rest.shared.Gates;
import dev.albumen.rest.shared.Load;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Locale;

/** {@code albumen.load}: how many requests of each kind this node works on, has wait, and has turned away. */
@Singleton
final class LoadMeters implements MeterBinder {

    private final Provider<Gates> gates;

    LoadMeters(Provider<Gates> gates) {
        this.gates = gates;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Load load : Load.values()) {
            String kind = load.name().toLowerCase(Locale.ROOT);
            Gauge.builder("albumen.load.inside", gates, asked -> asked.get().inside(load))
                    .description("Requests that are worked on")
                    .tag("kind", kind)
                    .register(registry);
            Gauge.builder("albumen.load.waiting", gates, asked -> asked.get().waiting(load))
                    .description("Requests that wait until they are worked on")
                    .tag("kind", kind)
                    .register(registry);
            FunctionCounter.builder("albumen.load.turned.away", gates, asked -> asked.get().turnedAway(load))
                    .description("Requests that were answered with 503, because there was too much to do")
                    .tag("kind", kind)
                    .register(registry);
        }
    }
}
