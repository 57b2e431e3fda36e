package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.aws.storage.S3BlobStore;
import dev.albumen.aws.storage.S3Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The blobs in S3 or a store like it, by setting. */
@Factory
@Requires(property = "albumen.storage", value = "s3")
final class S3 {

    @Singleton
    @Bean(preDestroy = "close")
    S3BlobStore blobStore(S3Settings settings, StagingArea downloads) {
        return new S3BlobStore(settings, downloads);
    }
}
