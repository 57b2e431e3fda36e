package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobAddresses;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadPasses;
import dev.albumen.aws.storage.S3BlobAddresses;
import dev.albumen.aws.storage.S3BlobStore;
import dev.albumen.aws.storage.S3Delivery;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.aws.storage.S3UploadAddresses;
import dev.albumen.persistence.storage.OwnUploadAddresses;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The blobs in S3 or a store like it, by setting. */
@Factory
@Requires(property = "albumen.storage", value = "s3")
final class S3 {

    private final S3BlobStore store;

    /** @param found by the framework in its own configuration, the environment, a profile or an instance role */
    S3(S3Settings settings, StagingArea downloads, AwsCredentialsProvider found) {
        this.store = new S3BlobStore(settings, downloads, found);
    }

    @Singleton
    BlobStore blobStore() {
        return store;
    }

    /** Those of the store itself, where clients reach it; else this service takes the bytes and passes them on. */
    @Singleton
    @Bean(preDestroy = "close", typed = UploadAddresses.class)
    @Requires(property = "albumen.s3.direct-uploads", value = "true")
    S3UploadAddresses uploadAddresses(S3Settings settings, S3Delivery delivery, AwsCredentialsProvider found, InstantSource clock) {
        return new S3UploadAddresses(settings, delivery, found, clock);
    }

    @Singleton
    @Requires(property = "albumen.s3.direct-uploads", value = "false")
    UploadAddresses ownUploadAddresses(UploadPasses passes) {
        return new OwnUploadAddresses(passes);
    }

    @PreDestroy
    void close() {
        store.close();
    }

    /** There where clients are redirected. */
    @Singleton
    @Bean(preDestroy = "close", typed = BlobAddresses.class)
    @Requires(property = "albumen.s3.delivery", value = "redirect")
    S3BlobAddresses addresses(S3Settings settings, S3Delivery delivery, AwsCredentialsProvider found) {
        return new S3BlobAddresses(settings, delivery, found);
    }
}
