package dev.albumen.bootstrap.wiring;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.persistence.storage.SummedBlobStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Has every store, wherever it keeps its blobs, tell their sums. */
@Factory
final class Summing {

    @Singleton
    BeanCreatedEventListener<BlobStore> summed(Provider<BlobSums> sums) {
        return event -> new SummedBlobStore(event.getBean(), sums::get);
    }
}
