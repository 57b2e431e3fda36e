package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.ProcessUsage;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.EngineChoice;
import dev.albumen.imaging.rendition.EngineChoice.Preference;
import dev.albumen.imaging.rendition.EngineUnusableException;
import dev.albumen.imaging.rendition.PooledEngines;
import dev.albumen.imaging.rendition.RunningEngine;
import dev.albumen.imaging.rendition.VipsLibraries;
import dev.albumen.imaging.rendition.worker.PooledRenderer;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of Albumen's engines in a worker, as the service runs it. */
final class AlbumenSide implements Side {

    /** The service's own limits are for pictures that somebody waits for. */
    private static final WorkerLimits LIMITS = new WorkerLimits(Duration.ofMinutes(2), 2048);

    private final String name;
    private final RunningEngine engine;
    private final Renderer renderer;
    private final long worker;

    private AlbumenSide(String name, RunningEngine engine, long worker) {
        this.name = name;
        this.engine = engine;
        this.renderer = new PooledRenderer(engine.workers());
        this.worker = worker;
    }

    static AlbumenSide start(Preference preference, Path folder) {
        Set<Long> before = children();
        String name = "albumen-" + preference.name().toLowerCase(Locale.ROOT);
        try {
            PooledEngines engines = new PooledEngines(ImageLimits.DEFAULT, 1, LIMITS, folder.resolve(name));
            RunningEngine engine = new EngineChoice(engines).choose(
                    preference, VipsLibraries.find(Optional.ofNullable(System.getenv("ALBUMEN_IMAGING_VIPS_LIBRARY"))));
            Set<Long> after = children();
            after.removeAll(before);
            return new AlbumenSide(name, engine, after.iterator().next());
        } catch (EngineUnusableException e) {
            throw new BenchFailed(name + ": " + e.getMessage());
        }
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Override
    public String engine() {
        return name;
    }

    @Override
    public void render(Input input, int times, Path into) {
        try {
            for (int i = 0; i < times; i++) {
                empty(into);
                renderer.render(input.file(), input.mediaType(), into);
            }
        } catch (Renderer.UndecodableException e) {
            throw new BenchFailed(name + " on " + input.name() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new BenchFailed(into + " cannot be used");
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public double cpuMillis() {
        return ProcessUsage.cpuMillis(worker);
    }

    @Override
    public void resetPeak() {
        ProcessUsage.resetPeak(worker);
    }

    @Override
    public long peakBytes() {
        return ProcessUsage.peakBytes(worker);
    }

    @Override
    public void close() {
        engine.close();
    }
}
