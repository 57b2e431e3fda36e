package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadPasses;
import dev.albumen.persistence.storage.DiskBlobStore;
import dev.albumen.persistence.storage.DiskStagingArea;
import dev.albumen.persistence.storage.OwnUploadAddresses;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;

/** What lies in the home: work in progress always, the blobs by setting. */
@Factory
final class LocalDisk {

    private final Path home;

    LocalDisk(@Property(name = "albumen.home") String home) {
        this.home = Path.of(home);
    }

    @Singleton
    StagingArea stagingArea() {
        DiskStagingArea area = new DiskStagingArea(home.resolve("staging"));
        area.clear();
        return area;
    }

    @Singleton
    @Requires(property = "albumen.storage", value = "disk")
    BlobStore blobStore(InstantSource clock) {
        return new DiskBlobStore(home.resolve("blobs"), clock);
    }

    @Singleton
    @Requires(property = "albumen.storage", value = "disk")
    UploadAddresses uploadAddresses(UploadPasses passes) {
        return new OwnUploadAddresses(passes);
    }
}
