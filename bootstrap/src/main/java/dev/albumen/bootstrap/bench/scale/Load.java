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
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask as fast as answers come, each at one of the nodes. */
record Load(int connections, double seconds) {

    private static final int OK = 200;

    /** How many requests were answered. */
    long run(List<URI> nodes, List<String> paths, Map<String, String> headers) {
        AtomicInteger client = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        Clients.run(connections, () -> {
            URI node = nodes.get(client.getAndIncrement() % nodes.size());
            List<byte[]> requests = paths.stream().map(path -> KeptConnection.request(node.resolve("/api/v1/" + path), headers)).toList();
            try (KeptConnection connection = new KeptConnection(node)) {
                while (System.nanoTime() < end) {
                    int status = connection.exchange(requests.get(next.getAndIncrement() % requests.size()));
                    if (status != OK) {
                        throw new BenchFailed("A request was answered with " + status);
                    }
                    answered.incrementAndGet();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return answered.get();
    }
}
