package dev.albumen.bootstrap.metrics;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.MediaType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;

/** Times the making of renditions, as {@code albumen.render} by outcome. */
final class MeteredRenderer implements Renderer {

    private final Renderer renderer;
    private final MeterRegistry registry;

    MeteredRenderer(Renderer renderer, MeterRegistry registry) {
        this.renderer = renderer;
        this.registry = registry;
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        Timer.Sample began = Timer.start(registry);
        String outcome = "failed";
        try {
            Rendered rendered = renderer.render(original, mediaType, into);
            outcome = "ready";
            return rendered;
        } finally {
            began.stop(Timer.builder("albumen.render").description("Pictures rendered")
                    .tag("outcome", outcome).register(registry));
        }
    }
}
