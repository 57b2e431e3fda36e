package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Passes each connection on to one of the nodes that say that they are ready, in turn, and to the next one where that one
 * does not take it. It knows nothing of requests, and does not try any again.
 */
final class BalancingProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 16_384;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket server;
    private final Map<Integer, URI> nodes = new ConcurrentHashMap<>();
    private final Map<Integer, URI> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicReference<@Nullable Lost> next = new AtomicReference<>();
    private final Ending ending = new Ending();

    BalancingProxy() {
        try {
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
        Thread.ofVirtual().start(this::look);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Where a node is from now on. */
    void knows(int number, URI node) {
        nodes.put(number, node);
    }

    /** Waits until it has seen that a node is ready where it is now. */
    void awaitReady(int number) {
        if (ending.pauseUntil(() -> isReady(number), Duration.ofMinutes(2)) && !isReady(number)) {
            throw new AssertionError("node " + number + " is not ready");
        }
    }

    private boolean isReady(int number) {
        return nodes.get(number).equals(ready.get(number));
    }

    /** An answer that no client gets. */
    private record Lost(int number, Runnable begun) {}

    /**
     * Passes the next connection on to that node, does something as soon as its answer begins, and cuts the connection
     * without a byte of it.
     */
    void loseTheNextAnswer(int number, Runnable begun) {
        next.set(new Lost(number, begun));
    }

    private void look() {
        while (ending.pause(BETWEEN_LOOKS)) {
            nodes.forEach((number, node) -> {
                if (Readiness.isReady(node)) {
                    ready.put(number, node);
                } else {
                    ready.remove(number, node);
                }
            });
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Lost lost = next.getAndSet(null);
        if (lost != null) {
            lose(client, lost);
            return;
        }
        Optional<Socket> behind = anyReady();
        if (behind.isEmpty()) {
            close(client);
            return;
        }
        Thread.ofVirtual().start(() -> pass(client, behind.get()));
        Thread.ofVirtual().start(() -> pass(behind.get(), client));
    }

    private void lose(Socket client, Lost lost) {
        URI node = nodes.get(lost.number());
        try (client; Socket behind = new Socket(node.getHost(), node.getPort())) {
            Thread.ofVirtual().start(() -> pass(client, behind));
            behind.getInputStream().read();
            lost.begun().run();
        } catch (IOException e) {
            // the client is without an answer all the same
        }
    }

    private Optional<Socket> anyReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<URI> candidates = new ArrayList<>(ready.values());
            int first = turn.getAndIncrement();
            for (int i = 0; i < candidates.size(); i++) {
                URI node = candidates.get(Math.floorMod(first + i, candidates.size()));
                try {
                    return Optional.of(new Socket(node.getHost(), node.getPort()));
                } catch (IOException e) {
                    // the next one, then
                }
            }
            if (!ending.pause(BETWEEN_LOOKS)) {
                break;
            }
        }
        return Optional.empty();
    }

    private static void pass(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // the other side is gone
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it was
        }
    }

    @Override
    public void close() throws IOException {
        ending.come();
        server.close();
    }
}
