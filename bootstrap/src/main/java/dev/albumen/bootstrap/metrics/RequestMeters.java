package dev.albumen.bootstrap.metrics;

import dev.albumen.rest.shared.AnsweredRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times requests that the framework does not see among those that it times: {@code http.server.requests}. */
@Singleton
final class RequestMeters implements AnsweredRequests {

    /** What the framework says in place of the address. */
    private static final String UNCHANGED = "REDIRECTION";

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final Provider<MeterRegistry> registry;

    RequestMeters(Provider<MeterRegistry> registry) {
        this.registry = registry;
    }

    private record Kind(String route, int status) {}

    @Override
    public void answered(String route, int status, long nanos) {
        timers.computeIfAbsent(new Kind(route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .tags("exception", "none", "method", "GET", "status", Integer.toString(kind.status()))
                .tag("uri", kind.status() == 304 ? UNCHANGED : kind.route())
                .register(registry.get());
    }
}
