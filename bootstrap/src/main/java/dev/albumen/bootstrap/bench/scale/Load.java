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
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that ask, each at one of the nodes.
 *
 * @param rate how many requests are due in a second, of all clients together; zero for as many as are answered
 */
record Load(int connections, double seconds, double rate) {

    private static final int OK = 200;

    Load unbounded() {
        return new Load(connections, seconds, 0);
    }

    boolean isBounded() {
        return rate > 0;
    }

    /** What each of so many nodes has of it, for as much longer, so that it is as many requests. */
    Load ofEach(int nodes) {
        return new Load(connections / nodes, seconds * nodes, rate / nodes);
    }

    /** How many requests were answered. */
    long run(List<URI> nodes, List<String> paths, Map<String, String> headers) {
        AtomicInteger client = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        AtomicLong answered = new AtomicLong();
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        Clients.run(connections, () -> {
            URI node = nodes.get(client.getAndIncrement() % nodes.size());
            List<byte[]> requests = paths.stream().map(path -> KeptConnection.request(node.resolve("/api/v1/" + path), headers)).toList();
            try (KeptConnection connection = new KeptConnection(node)) {
                while (true) {
                    int number = next.getAndIncrement();
                    await(began, number);
                    if (System.nanoTime() >= end) {
                        return;
                    }
                    int status = connection.exchange(requests.get(number % requests.size()));
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

    private void await(long began, int number) {
        if (isBounded()) {
            long due = began + (long) (number / rate * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
