package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.StagingArea;
import dev.albumen.persistence.storage.DiskStagingArea;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Work in progress, which lies in the home wherever blobs are. */
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
}
