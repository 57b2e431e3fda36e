package dev.albumen.persistence.image;

import dev.albumen.application.job.RecurringJob;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the tables of likenesses need from time to time. */
@Factory
final class Likenesses {

    static final String FORGET_LONE_HASHES = "SELECT forget_lone_hashes()";

    @Singleton
    @Named("forget-lone-hashes")
    RecurringJob forgetLoneHashes(Sql sql) {
        return new RecurringJob("forget-lone-hashes", Duration.ofHours(1), () -> sql.find(FORGET_LONE_HASHES, row -> row));
    }
}
