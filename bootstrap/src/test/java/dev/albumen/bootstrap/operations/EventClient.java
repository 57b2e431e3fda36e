package dev.albumen.bootstrap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.bootstrap.process.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Somebody who follows events by a socket of their own, so that nothing between hides what is sent, and when. */
final class EventClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The length of what ends a chunked body (RFC 9112, section 7.1). */
    private static final String LAST_CHUNK = "0";

    private final Socket socket;
    private final BufferedReader lines;
    private final int status;
    private final String head;

    record Event(String id, String type, String data) {}

    private EventClient(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        StringBuilder lead = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            lead.append(line).append('\n');
        }
        this.head = lead.toString();
        this.status = Integer.parseInt(head.split(" ", 3)[1]);
    }

    static EventClient follow(Client who, URI node, Map<String, String> more) {
        return follow(who, node, more, new Socket());
    }

    /** With as little room as a system gives for what was not read yet. */
    static EventClient followSlowly(Client who, URI node) {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return follow(who, node, Map.of(), socket);
    }

    private static EventClient follow(Client who, URI node, Map<String, String> more, Socket socket) {
        Map<String, String> headers = new HashMap<>(who.headers());
        headers.putAll(more);
        StringBuilder request = new StringBuilder("GET /api/v1/events HTTP/1.1\r\nHost: " + node.getAuthority() + "\r\n");
        headers.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        try {
            socket.connect(new InetSocketAddress(node.getHost(), node.getPort()));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
            return new EventClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return status;
    }

    String head() {
        return head;
    }

    /** The next event that is wanted; those before it are passed over. */
    Event next(Predicate<Event> wanted) {
        Event event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    /** The next event; comments are passed over. */
    Event next() {
        Map<String, String> fields = new HashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String line = line(deadline);
            int colon = line.indexOf(':');
            if (colon >= 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            } else if (line.isEmpty() && fields.containsKey("event")) {
                return new Event(fields.getOrDefault("id", ""), fields.get("event"), fields.getOrDefault("data", ""));
            } // else the length of a chunk, or its end
        }
    }

    private String line(long deadline) {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the stream ended");
            }
            requireBefore(deadline);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comments keep a stream from falling silent, so silence is not all there is to wait for. */
    private static void requireBefore(long deadline) {
        if (System.nanoTime() > deadline) {
            throw new AssertionError("nothing came of it within " + PATIENCE);
        }
    }

    /** Reads on until the service ends the stream, which need not end the connection. Returns the id of the last event in it. */
    String awaitEnd() {
        String last = "";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (String line = lines.readLine(); line != null && !line.equals(LAST_CHUNK); line = lines.readLine()) {
                requireBefore(deadline);
                last = line.startsWith("id:") ? line.substring(3).strip() : last;
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the stream goes on", e);
        } catch (IOException reset) {
            // that is an end too
        }
        return last;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
