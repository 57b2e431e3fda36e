package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.PatientEngine;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, by child processes. */
class PooledRendererTest extends RendererContract {

    /** A busy machine has time for every picture. */
    private static final WorkerLimits PATIENT = new WorkerLimits(Duration.ofMinutes(5), WorkerLimits.DEFAULT.memoryMebibytes());

    @TempDir
    static Path scratch;

    private static WorkerPool workers;

    @BeforeAll
    static void open() {
        workers = new WorkerPool(PatientEngine.with(ImageLimits.DEFAULT, PATIENT), 2, PATIENT, scratch.resolve("workers"));
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
