package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.ImgscalrEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, by child processes. */
class PooledRendererTest extends RendererContract {

    @TempDir
    static Path scratch;

    private static WorkerPool workers;

    @BeforeAll
    static void open() {
        workers = new WorkerPool(
                ImgscalrEngine.with(ImageLimits.DEFAULT, WorkerLimits.DEFAULT), 2, WorkerLimits.DEFAULT, scratch.resolve("workers"));
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    @Override
    protected Renderer renderer() {
        return new PooledRenderer(workers);
    }
}
