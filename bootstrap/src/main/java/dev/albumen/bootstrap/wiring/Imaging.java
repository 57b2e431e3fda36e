package dev.albumen.bootstrap.wiring;

import dev.albumen.imaging.image.AcceptedTypes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The engine that makes pictures, and what follows from it. */
@Factory
final class Imaging {

    @Singleton
    AcceptedTypes acceptedTypes() {
        return AcceptedTypes.ofPureJava();
    }
}
