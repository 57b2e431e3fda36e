package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobAddresses;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.aws.storage.S3BlobAddresses;
import dev.albumen.aws.storage.S3Delivery;
import dev.albumen.aws.storage.S3Keeping;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.aws.storage.S3UploadAddresses;
import dev.albumen.persistence.moving.CurrentRoute;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Addresses of S3 or a store like it, where the settings name one. */
@Factory
@Requires(property = "albumen.s3.bucket")
final class S3 {

    /** There where clients reach it. */
    @Singleton
    @Bean(preDestroy = "close", typed = S3UploadAddresses.class)
    @Requires(property = "albumen.s3.direct-uploads", value = "true")
    S3UploadAddresses uploadAddresses(
            S3Settings settings, S3Keeping keeping, S3Delivery delivery, AwsCredentialsProvider found, InstantSource clock) {
        return new S3UploadAddresses(settings, keeping, delivery, found, clock);
    }

    /** There where clients are redirected. */
    @Singleton
    @Bean(preDestroy = "close", typed = BlobAddresses.class)
    @Requires(property = "albumen.s3.delivery", value = "redirect")
    S3BlobAddresses addresses(S3Settings settings, S3Delivery delivery, AwsCredentialsProvider found, CurrentRoute route) {
        return new S3BlobAddresses(settings, delivery, found, () -> route.get().isAllIn(BlobPlace.S3));
    }
}
