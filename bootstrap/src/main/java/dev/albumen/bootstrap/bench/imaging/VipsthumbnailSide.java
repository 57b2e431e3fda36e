package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.ProcessUsage;
import dev.albumen.bootstrap.bench.Programs;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** libvips's own program, once for each rendition. */
final class VipsthumbnailSide implements Side {

    private static final String PROGRAM = "vipsthumbnail";
    private static final long LOOK_EVERY_MILLIS = 5;

    private long peak;

    static boolean isInstalled() {
        return Programs.find(PROGRAM).isPresent();
    }

    @Override
    public String engine() {
        return PROGRAM;
    }

    @Override
    public void render(Input input, int times, Path into) {
        for (int i = 0; i < times; i++) {
            for (RenditionSize size : Outputs.sizes()) {
                Outputs.of(size).forEach(recipe -> run(input, recipe, into));
            }
        }
    }

    private void run(Input input, Recipe recipe, Path into) {
        String options = recipe.format() == RenditionFormat.JPEG
                ? "[Q=" + Outputs.QUALITY + ",optimize_coding,background=255,strip]"
                : "[Q=" + Outputs.QUALITY + ",effort=" + Outputs.WEBP_EFFORT + ",strip]";
        int edge = recipe.size().longestEdge();
        ProcessBuilder builder = new ProcessBuilder(List.of(PROGRAM, "--size", edge + "x" + edge + ">", "--export-profile", "srgb",
                        "-o", into.resolve(recipe.fileName()) + options, input.file().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("VIPS_CONCURRENCY", "1");
        try {
            Process process = builder.start();
            do {
                peak = Math.max(peak, ProcessUsage.peakBytes(process.pid()));
            } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
            if (process.exitValue() != 0) {
                throw new BenchFailed(PROGRAM + " on " + input.name() + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new BenchFailed(PROGRAM + " cannot be started");
        } catch (InterruptedException e) {
            throw new BenchFailed("interrupted");
        }
    }

    @Override
    public double cpuMillis() {
        return ProcessUsage.childrensCpuMillis(ProcessHandle.current().pid());
    }

    @Override
    public void resetPeak() {
        peak = 0;
    }

    @Override
    public long peakBytes() {
        return peak;
    }

    @Override
    public void close() {
        // each run has ended by itself
    }
}
