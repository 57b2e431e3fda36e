package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import java.util.List;

/** Makes the renderer that a worker hosts, within the worker's process. Public, with a public constructor of nothing. */
public interface HostedEngine {

    /**
     * Called once, when the worker starts. Whatever is thrown ends the worker, with its message as the reason.
     *
     * @param arguments as in {@link WorkerEngine#arguments()}
     */
    Hosted open(List<String> arguments) throws Exception;

    /** The renderer, used by one thread at a time, and what there is to say about it. */
    record Hosted(Renderer renderer, EngineFacts facts) {}
}
