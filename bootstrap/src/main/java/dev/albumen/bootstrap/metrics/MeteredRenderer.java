package dev.albumen.bootstrap.metrics;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.util.Set;

/** Times the making of renditions, as {@code albumen.render} and {@code albumen.derive} by outcome. */
final class MeteredRenderer implements Renderer {

    private final Renderer renderer;
    private final MeterRegistry registry;

    MeteredRenderer(Renderer renderer, MeterRegistry registry) {
        this.renderer = renderer;
        this.registry = registry;
    }

    @Override
    public Set<RenditionFormat> formats() {
        return renderer.formats();
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        return timed("albumen.render", "Pictures rendered", () -> renderer.render(original, mediaType, into));
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        return timed("albumen.derive", "Renditions made one by one, when they were asked for", () -> renderer.derive(source, mediaType, recipe, into));
    }

    private <T> T timed(String name, String description, Work<T> work) throws UndecodableException {
        Timer.Sample began = Timer.start(registry);
        String outcome = "failed";
        try {
            T result = work.run();
            outcome = "ready";
            return result;
        } finally {
            began.stop(Timer.builder(name).description(description).tag("outcome", outcome).register(registry));
        }
    }

    private interface Work<T> {
        T run() throws UndecodableException;
    }
}
