package dev.albumen.bootstrap.wiring;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.imaging.image.AcceptedTypes;
import dev.albumen.imaging.rendition.RunningEngine;
import dev.albumen.imaging.rendition.worker.PooledRenderer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What follows from the engine that makes pictures. */
@Factory
final class Imaging {

    @Singleton
    Renderer renderer(RunningEngine engine) {
        return new PooledRenderer(engine.workers());
    }

    @Singleton
    AcceptedTypes acceptedTypes(RunningEngine engine) {
        return new AcceptedTypes(engine.facts().reads());
    }
}
