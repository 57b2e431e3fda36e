package dev.albumen.imaging.rendition.vips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.worker.PooledRenderer;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import dev.albumen.imaging.rendition.worker.WorkerPool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, by native code in child processes, none of which ends over it. */
class VipsInWorkersTest extends RendererContract {

    @TempDir
    static Path scratch;

    private static WorkerPool workers;

    @BeforeAll
    static void open() {
        Path library = InstalledVips.orSkip().file();
        String name = Files.exists(library) ? library.toAbsolutePath().toString() : library.toString();
        workers = new WorkerPool(
                VipsEngine.with(name, ImageLimits.DEFAULT), 2, WorkerLimits.DEFAULT, scratch.resolve("workers"));
    }

    @AfterAll
    static void close() {
        if (workers != null) {
            assertThat(workers.figures().ends()).allSatisfy((reason, count) -> {
                if (reason.isPictureAtFault()) {
                    assertThat(count).as(reason.label()).isZero();
                }
            });
            workers.close();
        }
    }

    @Override
    protected Renderer renderer() {
        return new PooledRenderer(workers);
    }
}
