package dev.albumen.bootstrap.metrics;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Puts a meter before every port whose work an operator wants to watch. */
@Factory
final class Metering {

    @Singleton
    BeanCreatedEventListener<BlobStore> blobStore(Provider<MeterRegistry> registry) {
        return event -> new MeteredBlobStore(event.getBean(), registry.get());
    }

    @Singleton
    BeanCreatedEventListener<StagingArea> stagingArea(Provider<MeterRegistry> registry) {
        return event -> new MeteredStagingArea(event.getBean(), registry.get());
    }

    @Singleton
    BeanCreatedEventListener<Renderer> renderer(Provider<MeterRegistry> registry) {
        return event -> new MeteredRenderer(event.getBean(), registry.get());
    }
}
