package dev.albumen.bootstrap.wiring;

import dev.albumen.application.label.LabelSettings;
import dev.albumen.application.label.Labeler;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.aws.label.RekognitionLabeler;
import dev.albumen.aws.label.RekognitionSettings;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.persistence.moving.CurrentRoute;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Labels by Amazon Rekognition, by setting. */
@Factory
@Requires(property = "albumen.labels", value = "rekognition")
final class Rekognition {

    /** @param found by the framework in its own configuration, the environment, a profile or an instance role */
    @Singleton
    @Bean(preDestroy = "close", typed = Labeler.class)
    RekognitionLabeler labeler(
            RekognitionSettings settings, LabelSettings labels, BlobStore blobs, BeanProvider<S3Settings> s3, BlobPlaces places,
            CurrentRoute route, AwsCredentialsProvider found) {
        Optional<S3Settings> bucket = places.have(BlobPlace.S3) ? Optional.of(s3.get()).filter(one -> reads(settings, one)) : Optional.empty();
        return new RekognitionLabeler(
                settings, blobs, () -> bucket.filter(one -> route.get().isAllIn(BlobPlace.S3)), labels.rules(), found);
    }

    private static boolean reads(RekognitionSettings settings, S3Settings bucket) {
        return switch (settings.references()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> bucket.endpoint() == null && bucket.region().equals(settings.region());
        };
    }
}
