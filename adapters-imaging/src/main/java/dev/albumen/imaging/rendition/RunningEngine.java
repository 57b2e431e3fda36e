package dev.albumen.imaging.rendition;

import dev.albumen.imaging.rendition.worker.EngineFacts;
import dev.albumen.imaging.rendition.worker.WorkerPool;

/**
 * An engine that has shown that it works here.
 *
 * @param facts what it says of itself
 * @param workers that run it
 */
public record RunningEngine(Engine engine, EngineFacts facts, WorkerPool workers) implements AutoCloseable {

    @Override
    public void close() {
        workers.close();
    }
}
