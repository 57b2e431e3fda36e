package dev.albumen.persistence.shared;

import dev.albumen.application.job.RecurringJob;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the tables need from time to time. */
@Factory
final class Upkeep {

    @Singleton
    @Named("forget-full-buckets")
    RecurringJob forgetFullBuckets(PostgresThrottle throttle) {
        return new RecurringJob("forget-full-buckets", Duration.ofMinutes(5), throttle::removeExpired);
    }
}
