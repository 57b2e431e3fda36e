package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.vips.VipsEngine;
import dev.albumen.imaging.rendition.worker.WorkerEngine;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import dev.albumen.imaging.rendition.worker.WorkerPool;
import java.nio.file.Path;

/**
 * Starts engines in pools of worker processes.
 *
 * @param size workers at most
 * @param scratch a folder for the workers' own; emptied
 */
public record PooledEngines(ImageLimits images, int size, WorkerLimits limits, Path scratch) implements EngineStarter {

    @Override
    public RunningEngine start(Engine engine) throws EngineUnusableException {
        WorkerEngine hosted = switch (engine) {
            case Engine.Imgscalr imgscalr -> ImgscalrEngine.with(images, limits);
            case Engine.Vips vips -> VipsEngine.with(vips.library(), images);
        };
        WorkerPool workers = new WorkerPool(hosted, size, limits, scratch);
        try {
            return new RunningEngine(engine, workers.warmUp(), workers);
        } catch (DependencyException e) {
            workers.close();
            throw new EngineUnusableException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }
}
