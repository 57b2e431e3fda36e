package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.ImageLimits;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Puts the rendering of videos before whichever engine renders pictures. */
@Factory
final class VideoPosters {

    @Singleton
    BeanCreatedEventListener<Renderer> videos(Provider<InstalledFfmpeg> installed, Provider<ImageLimits> limits) {
        return event -> new VideoRenderer(event.getBean(), installed.get().ffmpeg(), limits.get());
    }
}
