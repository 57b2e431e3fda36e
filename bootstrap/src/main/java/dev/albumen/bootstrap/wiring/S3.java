package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobAddresses;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.aws.storage.S3BlobAddresses;
import dev.albumen.aws.storage.S3BlobStore;
import dev.albumen.aws.storage.S3Delivery;
import dev.albumen.aws.storage.S3Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
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
