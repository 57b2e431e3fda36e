package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadPasses;
import dev.albumen.aws.storage.S3BlobStore;
import dev.albumen.aws.storage.S3Keeping;
import dev.albumen.aws.storage.S3Patience;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.aws.storage.S3UploadAddresses;
import dev.albumen.persistence.moving.CurrentRoute;
import dev.albumen.persistence.moving.MovingBlobStore;
import dev.albumen.persistence.storage.DiskBlobStore;
import dev.albumen.persistence.storage.OwnUploadAddresses;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Where blobs are: in the home, in S3 or a store like it, or in both while they are moved. By setting. */
@Factory
final class Blobs {

    private @Nullable S3BlobStore s3;

    /** @param found by the framework in its own configuration, the environment, a profile or an instance role */
    @Singleton
    BlobPlaces places(
            @Property(name = "albumen.home") String home, @Property(name = "albumen.storage") String storage,
            @Property(name = "albumen.storage.fallback") String fallback, @Nullable @Property(name = "albumen.s3.bucket") String bucket,
            BeanProvider<S3Settings> settings, S3Keeping keeping, S3Patience patience, StagingArea downloads, BeanProvider<AwsCredentialsProvider> found, InstantSource clock) {
        Map<BlobPlace, BlobStore> stores = new EnumMap<>(BlobPlace.class);
        if (storage.equals(BlobPlace.DISK.word()) || fallback.equals(BlobPlace.DISK.word())) {
            stores.put(BlobPlace.DISK, new DiskBlobStore(Path.of(home).resolve("blobs"), clock));
        }
        if (bucket != null) {
            s3 = new S3BlobStore(settings.get(), keeping, patience, downloads, found.get());
            stores.put(BlobPlace.S3, s3);
        }
        return new BlobPlaces(stores, BlobPlace.parse(storage).orElseThrow(), BlobPlace.parse(fallback));
    }

    @Singleton
    BlobStore blobStore(BlobPlaces places, CurrentRoute route) {
        return new MovingBlobStore(places, route);
    }

    /** Those of S3 itself, where blobs are put there and clients reach it; else this service takes the bytes. */
    @Singleton
    UploadAddresses uploadAddresses(UploadPasses passes, CurrentRoute route, @Nullable S3UploadAddresses direct) {
        UploadAddresses own = new OwnUploadAddresses(passes);
        return direct == null ? own
                : ticket -> (route.get().writes() == BlobPlace.S3 ? direct : own).issue(ticket);
    }

    @PreDestroy
    void close() {
        Optional.ofNullable(s3).ifPresent(S3BlobStore::close);
    }
}
