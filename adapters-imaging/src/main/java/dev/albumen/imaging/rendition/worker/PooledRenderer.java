package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.MediaType;
import java.nio.file.Path;

/** Has workers do it. */
public final class PooledRenderer implements Renderer {

    private final WorkerPool workers;

    public PooledRenderer(WorkerPool workers) {
        this.workers = workers;
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        return switch (workers.ask(new Task.Render(original.toAbsolutePath(), mediaType, into.toAbsolutePath()))) {
            case Answer.Done(var rendered) -> rendered;
            case Answer.Undecodable(var reason) -> throw new UndecodableException(reason);
            case Answer.Unavailable(var message) -> throw new DependencyException(message);
            case Answer.Failed(var message) -> throw new IllegalStateException("in a worker: " + message);
            case Answer.Hello hello -> throw new IllegalStateException("a worker greeted twice");
        };
    }
}
