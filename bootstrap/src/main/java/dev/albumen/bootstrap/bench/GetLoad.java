package dev.albumen.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Reads the same addresses in turn on several connections, each as fast as the answers come. */
record GetLoad(int connections, double seconds, double warmUpSeconds) {

    static final int DIGITS = 3;
    private static final int OK = 200;

    /** Warms up, then measures. */
    Figure measure(String name, List<URI> addresses, Map<String, String> headers) {
        List<byte[]> requests =
                addresses.stream().map(address -> KeptConnection.request(address, headers)).toList();
        if (warmUpSeconds > 0) {
            run(addresses.getFirst(), requests, warmUpSeconds, new ConcurrentHistogram(DIGITS));
        }
        Histogram latencies = new ConcurrentHistogram(DIGITS);
        long began = System.nanoTime();
        long failed = run(addresses.getFirst(), requests, seconds, latencies);
        return Figure.rate(name, "requests/s", latencies, (System.nanoTime() - began) / 1e9, failed);
    }

    /** How many answers were not the due one. */
    private long run(URI at, List<byte[]> requests, double time, Histogram latencies) {
        AtomicLong next = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        long end = System.nanoTime() + (long) (time * 1e9);
        Clients.run(connections, () -> {
            try (KeptConnection connection = new KeptConnection(at)) {
                for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
                    byte[] request = requests.get((int) (next.getAndIncrement() % requests.size()));
                    if (connection.exchange(request) != OK) {
                        failed.incrementAndGet();
                    }
                    latencies.recordValue((System.nanoTime() - began) / 1000);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return failed.get();
    }
}
