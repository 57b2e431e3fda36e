package dev.albumen.persistence.event;

import dev.albumen.application.event.UserEvents;
import dev.albumen.application.job.RecurringJob;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Events are of use for a day. */
@Factory
final class Forgetting {

    private static final Duration KEPT = Duration.ofDays(1);

    @Singleton
    @Named("forget-user-events")
    RecurringJob forgetUserEvents(UserEvents events, InstantSource clock) {
        return new RecurringJob("forget-user-events", Duration.ofHours(1), () -> events.forget(clock.instant().minus(KEPT)));
    }
}
