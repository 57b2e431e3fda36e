package dev.albumen.bootstrap.chaos.clock;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Stands in for the instance's clock, and is always off by the same time. */
@Factory
@Requires(property = WrongClock.OFFSET_MS)
final class WrongClock {

    static final String OFFSET_MS = "chaos.clock.offset-ms";

    @Primary
    @Singleton
    @Replaces(InstantSource.class)
    InstantSource wrong(@Property(name = OFFSET_MS) long offsetMs) {
        InstantSource right = InstantSource.tick(InstantSource.system(), Duration.ofNanos(1000));
        return () -> right.instant().plusMillis(offsetMs);
    }
}
