package dev.albumen.bootstrap.wiring;

import dev.albumen.application.image.Places;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.imaging.image.AcceptedTypes;
import dev.albumen.imaging.image.GeoNamesPlaces;
import dev.albumen.imaging.rendition.RunningEngine;
import dev.albumen.imaging.rendition.worker.PooledRenderer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from the engine that makes pictures. */
@Factory
final class Imaging {

    private static final Logger LOG = LoggerFactory.getLogger(Imaging.class);

    @Singleton
    Renderer renderer(RunningEngine engine) {
        return new PooledRenderer(engine.workers());
    }

    @Singleton
    Places places(@Property(name = "albumen.places") String places) {
        if (places.equals("off")) {
            return Places.NONE;
        }
        Optional<GeoNamesPlaces> shipped = GeoNamesPlaces.shipped();
        LOG.info(shipped.map(known -> "places: the names of " + known.count() + " from GeoNames")
                .orElse("places: no names, since the build did without what it fetches"));
        return shipped.<Places>map(known -> known).orElse(Places.NONE);
    }

    @Singleton
    AcceptedTypes acceptedTypes(RunningEngine engine) {
        return new AcceptedTypes(engine.facts().reads());
    }
}
