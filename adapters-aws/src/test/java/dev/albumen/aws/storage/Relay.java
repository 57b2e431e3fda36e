package dev.albumen.aws.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server, counts what it is sent, and can break connections off that send much. */
final class Relay implements AutoCloseable {

    private static final int MUCH = 1 << 20;

    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private volatile long limit = Long.MAX_VALUE;

    Relay(URI server) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** How many bytes the server was sent in all. */
    long sent() {
        return sent.get();
    }

    /** Small requests come through still when the server was sent so many bytes in all. */
    void breakOffAfter(long bytes) {
        limit = sent.get() + bytes;
    }

    void mend() {
        limit = Long.MAX_VALUE;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket behind = new Socket();
                open.add(client);
                open.add(behind);
                behind.connect(server);
                Thread.ofVirtual().start(() -> pass(client, behind, true));
                Thread.ofVirtual().start(() -> pass(behind, client, false));
            }
        } catch (IOException closed) {
            // It is over.
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long here = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                here += count;
                if (counted && sent.addAndGet(count) > limit && here > MUCH) {
                    return;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException broken) {
            // Both ends learn of it.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
