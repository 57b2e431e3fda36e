package dev.albumen.bootstrap.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a service, and cuts the first ones that send much, each somewhere in its midst. */
final class CuttingProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 8192;

    private final ServerSocket server;
    private final URI service;
    private final Random random;
    private final int mostCuts;
    private final int shortest;
    private final AtomicInteger cuts = new AtomicInteger();

    /** @param shortest how many bytes pass on a connection before it may be cut */
    CuttingProxy(URI service, long seed, int mostCuts, int shortest) {
        this.service = service;
        this.random = new Random(seed);
        this.mostCuts = mostCuts;
        this.shortest = shortest;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket behind = new Socket(service.getHost(), service.getPort());
                long limit = shortest + random.nextInt(4 * shortest);
                Thread.ofVirtual().start(() -> pass(client, behind, limit));
                Thread.ofVirtual().start(() -> pass(behind, client, Long.MAX_VALUE));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to, long limit) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passed += read;
                if (passed > limit && cuts.getAndIncrement() < mostCuts) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // the other side is gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
