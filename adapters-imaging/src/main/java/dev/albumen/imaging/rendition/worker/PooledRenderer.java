package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import java.nio.file.Path;
import java.util.Set;

/** Has workers do it. */
public final class PooledRenderer implements Renderer {

    private final WorkerPool workers;

    public PooledRenderer(WorkerPool workers) {
        this.workers = workers;
    }

    @Override
    public Set<RenditionFormat> formats() {
        return workers.facts().writes();
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        return asked(new Task.Render(original.toAbsolutePath(), mediaType, into.toAbsolutePath()), Answer.Done.class).rendered();
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        if (!formats().contains(recipe.format())) {
            throw new IllegalArgumentException("this engine writes no " + recipe.format());
        }
        Task task = new Task.Derive(source.toAbsolutePath(), mediaType, recipe, into.toAbsolutePath());
        return asked(task, Answer.Derived.class).file();
    }

    private <A extends Answer> A asked(Task task, Class<A> expected) throws UndecodableException {
        return switch (workers.ask(task)) {
            case Answer.Undecodable(var reason) -> throw new UndecodableException(reason);
            case Answer.Unavailable(var message) -> throw new DependencyException(message);
            case Answer.Failed(var message) -> throw new IllegalStateException("in a worker: " + message);
            case Answer answer when expected.isInstance(answer) -> expected.cast(answer);
            case Answer answer -> throw new IllegalStateException("a worker answered something else: " + answer);
        };
    }
}
