package dev.albumen.persistence.share;

import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.share.ShareCounts;
import dev.albumen.application.share.ShareTraffic;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Who looked at what is of use until the day is over, and who downloaded it for a while. */
@Factory
final class Forgetting {

    /** What was noted before midnight may be on its way for a moment. */
    private static final Duration MARGIN = Duration.ofMinutes(10);
    private static final Duration DOWNLOADS_KEPT = Duration.ofHours(2);

    @Singleton
    @Named("forget-share-visitors")
    RecurringJob forgetVisitors(ShareTraffic traffic, InstantSource clock) {
        return new RecurringJob("forget-share-visitors", Duration.ofMinutes(15), () ->
                traffic.forgetVisitors(LocalDate.ofInstant(clock.instant().minus(MARGIN), ZoneOffset.UTC)));
    }

    @Singleton
    @Named("forget-share-downloads")
    RecurringJob forgetDownloads(ShareCounts counts, InstantSource clock) {
        return new RecurringJob("forget-share-downloads", Duration.ofHours(1),
                () -> counts.forgetDownloads(clock.instant().minus(DOWNLOADS_KEPT)));
    }
}
