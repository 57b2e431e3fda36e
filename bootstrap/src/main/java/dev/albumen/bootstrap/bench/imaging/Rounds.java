package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.io.FileUtils;

/**
 * Has the sides take turns. Each renders a picture until it is warm, then in batches long enough for the system's clock
 * ticks; a round is one batch of each side.
 *
 * @param count of the rounds
 * @param batchMillis what a batch should take at least, of processor time
 */
record Rounds(int count, int batchMillis, Path folder) {

    private static final int MOST = 100;

    /** One batch, for each picture in it. */
    private record Batch(double cpuMillis, double wallSeconds) {}

    List<Figure> measure(Input input, List<Side> sides) {
        Path into = emptied(folder.resolve("renditions"));
        Luma reference = Luma.of(input.reference());
        int[] sizes = new int[sides.size()];
        double[] ssim = new double[sides.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = warmed(sides.get(i), input, into);
            ssim[i] = Ssim.of(reference, Luma.of(sides.get(i).preview(into)));
        }
        List<List<Batch>> batches = sides.stream().<List<Batch>>map(side -> new ArrayList<>()).toList();
        long[] peaks = new long[sizes.length];
        for (int round = 0; round < count; round++) {
            for (int i = 0; i < sizes.length; i++) {
                Side side = sides.get(i);
                side.resetPeak();
                batches.get(i).add(batch(side, input, sizes[i], into));
                peaks[i] = Math.max(peaks[i], side.peakBytes());
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            figures.add(new Figure(
                    sides.get(i).engine(), input.name(),
                    median(batches.get(i), Batch::cpuMillis), 1 / median(batches.get(i), Batch::wallSeconds),
                    peaks[i] == 0 ? null : peaks[i], ssim[i]));
        }
        return figures;
    }

    /** How many pictures make a batch, by what one takes when the engine is warm. */
    private int warmed(Side side, Input input, Path into) {
        emptied(into);
        double spent = 0;
        Batch last = batch(side, input, 1, into);
        while (spent < 2.0 * batchMillis) {
            int times = times(last);
            last = batch(side, input, times, into);
            // what takes next to nothing must come to an end too
            spent += Math.max(last.cpuMillis(), batchMillis / (double) MOST) * times;
        }
        return times(last);
    }

    private int times(Batch seen) {
        return (int) Math.clamp(Math.ceil(batchMillis / Math.max(seen.cpuMillis(), 1)), 1, MOST);
    }

    private static Batch batch(Side side, Input input, int times, Path into) {
        double cpu = side.cpuMillis();
        long began = System.nanoTime();
        side.render(input, times, into);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Batch((side.cpuMillis() - cpu) / times, seconds / times);
    }

    private static double median(List<Batch> batches, ToDoubleFunction<Batch> of) {
        double[] sorted = batches.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
    }

    private static Path emptied(Path folder) {
        try {
            FileUtils.deleteDirectory(folder.toFile());
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BenchFailed(folder + " cannot be emptied");
        }
    }
}
