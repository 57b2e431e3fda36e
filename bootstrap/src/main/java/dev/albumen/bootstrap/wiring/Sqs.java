package dev.albumen.bootstrap.wiring;

import dev.albumen.application.album.NoteArrivedUpload;
import dev.albumen.application.job.WakeUps;
import dev.albumen.aws.job.Arrivals;
import dev.albumen.aws.job.SqsSettings;
import dev.albumen.aws.job.SqsWakeUps;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Hints between nodes by SQS, by setting, and by the same queue what S3 tells of uploads. */
@Factory
@Requires(property = "albumen.jobs.wakeup", value = "sqs")
final class Sqs {

    /** @param found by the framework in its own configuration, the environment, a profile or an instance role */
    @Singleton
    @Bean(preDestroy = "close", typed = WakeUps.class)
    SqsWakeUps wakeUps(
            SqsSettings settings, BeanProvider<S3Settings> s3, BeanProvider<NoteArrivedUpload> note,
            @Property(name = "albumen.s3.events") boolean events, @Property(name = "albumen.s3.events-patience") Duration patience,
            AwsCredentialsProvider found, InstantSource clock) {
        Arrivals arrivals = events
                ? new Arrivals(s3.get(), patience,
                        id -> note.get().handle(Viewer.WORKER, new NoteArrivedUpload.Command(id)))
                : null;
        return new SqsWakeUps(settings, arrivals, found, clock);
    }
}
