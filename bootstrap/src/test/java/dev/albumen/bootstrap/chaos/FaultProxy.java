package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Passes connections on to a server that may come, go and move. Each turn from answer to request on a connection counts as
 * a request, and trouble may befall it.
 */
final class FaultProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 16_384;
    private static final Duration STALL = Duration.ofSeconds(2);
    private static final byte[] REFUSAL = ("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static final String HEAD_END = "\r\n\r\n";

    private final ServerSocket server;
    private final Supplier<Optional<InetSocketAddress>> target;
    private final Function<String, Trouble> troubles;
    private final Set<Pair> open = ConcurrentHashMap.newKeySet();

    /** @param target empty while there is nobody, which cuts every connection at once */
    FaultProxy(Supplier<Optional<InetSocketAddress>> target, Supplier<Trouble> troubles) {
        this(target, head -> troubles.get());
    }

    /**
     * @param target empty while there is nobody, which cuts every connection at once
     * @param troubles asked with how a request begins, which waits for the answer
     */
    FaultProxy(Supplier<Optional<InetSocketAddress>> target, Function<String, Trouble> troubles) {
        this.target = target;
        this.troubles = troubles;
        try {
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts all connections there are, and says how many they were. */
    int cutAll() {
        int cut = 0;
        for (Pair pair : open) {
            pair.cut();
            cut++;
        }
        return cut;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // This one came to nothing, or the proxy is closed.
            }
        }
    }

    private void connect(Socket client) {
        Socket behind = new Socket();
        Pair pair = new Pair(client, behind);
        try {
            behind.connect(target.get().orElseThrow(() -> new IOException("nobody is there")), 2000);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            open.add(pair);
            Thread.ofVirtual().start(pair::answers);
            pair.requests();
        } catch (IOException e) {
            pair.cut();
        }
    }

    /** Both ends of a connection. */
    private final class Pair {

        private final Socket client;
        private final Socket behind;
        private volatile boolean answered = true;
        private volatile boolean cutAnswer;
        private volatile boolean alterAnswer;

        Pair(Socket client, Socket behind) {
            this.client = client;
            this.behind = behind;
        }

        private void requests() {
            try (InputStream in = client.getInputStream(); OutputStream out = behind.getOutputStream()) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (answered) {
                        answered = false;
                        if (!mayPass(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                            return;
                        }
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                // One side is gone, and so is the other.
            } finally {
                cut();
            }
        }

        private boolean mayPass(String head) throws IOException {
            switch (troubles.apply(head)) {
                case NONE -> { }
                case STALL -> LockSupport.parkNanos(STALL.toNanos());
                case CUT_AFTER -> cutAnswer = true;
                case ALTER -> alterAnswer = true;
                case CUT_BEFORE -> {
                    return false;
                }
                case REFUSE -> {
                    client.getOutputStream().write(REFUSAL);
                    return false;
                }
            }
            return true;
        }

        private void answers() {
            try (InputStream in = behind.getInputStream(); OutputStream out = client.getOutputStream()) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0 && !cutAnswer; read = in.read(buffer)) {
                    answered = true;
                    alter(buffer, read);
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                // as above
            } finally {
                cut();
            }
        }

        /** The head ends where the first empty line does; it comes in one piece. */
        private void alter(byte[] buffer, int length) {
            if (!alterAnswer) {
                return;
            }
            String answer = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            int body = answer.startsWith("HTTP/") ? answer.indexOf(HEAD_END) + HEAD_END.length() : 0;
            if (body < length) {
                buffer[body] ^= 1;
                alterAnswer = false;
            }
        }

        private void cut() {
            open.remove(this);
            try {
                client.close();
                behind.close();
            } catch (IOException e) {
                // Then it is cut already.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cutAll();
    }
}
