package dev.albumen.persistence.shared;

import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.shared.Once;
import dev.albumen.application.shared.Replays;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** What the tables need from time to time. */
@Factory
final class Upkeep {

    @Singleton
    @Named("forget-full-buckets")
    RecurringJob forgetFullBuckets(PostgresThrottle throttle) {
        return new RecurringJob("forget-full-buckets", Duration.ofMinutes(5), throttle::removeExpired);
    }

    @Singleton
    @Named("forget-replays")
    RecurringJob forgetReplays(Replays replays, InstantSource clock) {
        return new RecurringJob("forget-replays", Duration.ofHours(1), () -> replays.forget(clock.instant().minus(Once.KEPT)));
    }
}
