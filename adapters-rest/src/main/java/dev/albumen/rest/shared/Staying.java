package dev.albumen.rest.shared;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** A node that is about to go is not ready, long before it stops answering. */
@Singleton
@Readiness
final class Staying implements HealthIndicator {

    private final Connections connections;

    Staying(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("staying", connections.isLeaving() ? HealthStatus.DOWN : HealthStatus.UP).build());
    }
}
