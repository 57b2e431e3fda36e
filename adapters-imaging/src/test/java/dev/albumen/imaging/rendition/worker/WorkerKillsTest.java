package dev.albumen.imaging.rendition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Looks;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.imaging.rendition.ImgscalrEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WorkerKillsTest {

    private static final int PICTURES = 60;
    private static final int KILLS = 12;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void everyPictureIsRenderedHoweverOftenWorkersAreKilled() throws Exception {
        Random random = new Random(3);
        Path picture = Files.write(folder.resolve("picture"), Pictures.jpeg(600, 400));
        List<Future<Rendered>> results = new ArrayList<>();
        try (WorkerPool workers = new WorkerPool(
                        ImgscalrEngine.with(ImageLimits.DEFAULT, WorkerLimits.DEFAULT), 2, WorkerLimits.DEFAULT, folder.resolve("workers"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PooledRenderer renderer = new PooledRenderer(workers);
            for (int i = 0; i < PICTURES; i++) {
                Path into = Files.createDirectory(folder.resolve("into" + i));
                results.add(threads.submit(() -> renderer.render(picture, MediaType.JPEG, into)));
            }
            for (int kills = 0; kills < KILLS; kills++) {
                awaitDone(results, kills * PICTURES / KILLS);
                LockSupport.parkNanos(random.nextLong(Duration.ofMillis(200).toNanos()));
                killOne(random);
            }
            for (Future<Rendered> result : results) {
                Path preview = result.get().files().get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG));
                assertThat(Looks.read(preview).getWidth()).isEqualTo(600);
            }
            PoolFigures figures = workers.figures();
            assertThat(figures.ends().get(EndReason.OUTSIDE)).isBetween(1L, (long) KILLS);
            assertThat(figures.ends().get(EndReason.CRASHED)).isZero();
            assertThat(figures.tasks()).isEqualTo(PICTURES);
        }
    }

    private static void awaitDone(List<Future<Rendered>> results, int count) {
        while (results.stream().filter(Future::isDone).count() < count) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Any worker of ours, as {@code kill -9} does it. */
    private static void killOne(Random random) {
        List<ProcessHandle> workers = ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains(WorkerMain.class.getName()))
                .toList();
        if (!workers.isEmpty()) {
            workers.get(random.nextInt(workers.size())).destroyForcibly();
        }
    }
}
