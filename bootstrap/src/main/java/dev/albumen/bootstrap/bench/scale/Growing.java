package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Clients;
import dev.albumen.bootstrap.bench.KeptConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The same requests of an owner of few images and of one of many, in turns: every request once, so that none profits from itself. */
record Growing(int connections) {

    private static final int OK = 200;
    private static final int DIGITS = 3;
    private static final int TURNS = 10;
    private static final int WARM = 2;

    List<ScaleReport.Growth> measure(Library small, Library large) {
        return List.of(
                of("list", small, large, Library::lists),
                of("search", small, large, Library::searches),
                of("share-page", small, large, Library::shares),
                of("duplicates", small, large, Library::duplicates));
    }

    private ScaleReport.Growth of(String work, Library small, Library large, Function<Library, List<String>> paths) {
        Histogram few = new ConcurrentHistogram(DIGITS);
        Histogram many = new ConcurrentHistogram(DIGITS);
        for (int turn = -WARM; turn < TURNS; turn++) {
            run(small, part(paths.apply(small), turn), turn < 0 ? new ConcurrentHistogram(DIGITS) : few);
            run(large, part(paths.apply(large), turn), turn < 0 ? new ConcurrentHistogram(DIGITS) : many);
        }
        return new ScaleReport.Growth(work, p99(few), p99(many));
    }

    private static List<String> part(List<String> paths, int turn) {
        int size = paths.size() / TURNS;
        int from = Math.floorMod(turn, TURNS) * size;
        return paths.subList(from, from + size);
    }

    private void run(Library library, List<String> paths, Histogram latencies) {
        Map<String, String> headers = library.owner().authorization();
        AtomicInteger next = new AtomicInteger();
        URI node = library.owner().address("");
        Clients.run(connections, () -> {
            try (KeptConnection connection = new KeptConnection(node)) {
                for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
                    byte[] request = KeptConnection.request(library.owner().address(paths.get(i)), headers);
                    long began = System.nanoTime();
                    int status = connection.exchange(request);
                    latencies.recordValue((System.nanoTime() - began) / 1000);
                    if (status != OK) {
                        throw new BenchFailed("GET " + paths.get(i) + " was answered with " + status);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static double p99(Histogram micros) {
        return micros.getValueAtPercentile(99) / 1000.0;
    }
}
