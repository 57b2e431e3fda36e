package dev.albumen.bootstrap.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive connection that asks again and again. It understands no more of HTTP/1.1 than measuring needs, so that
 * the processor is left to the service: a general client costs as much as many of the answers.
 */
public final class KeptConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int retryAfterSeconds;
    private boolean ended;

    public KeptConnection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort() < 0 ? 80 : address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** The bytes of a GET. */
    public static byte[] request(URI address, Map<String, String> headers) {
        return head("GET", address, headers);
    }

    /** The bytes of a request with this body, whose type is among the headers. */
    public static byte[] request(String method, URI address, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Length", Integer.toString(body.length));
        byte[] head = head(method, address, all);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static byte[] head(String method, URI address, Map<String, String> headers) {
        StringBuilder text = new StringBuilder(method).append(' ').append(address.getRawPath());
        if (address.getRawQuery() != null) {
            text.append('?').append(address.getRawQuery());
        }
        text.append(" HTTP/1.1\r\nHost: ").append(address.getRawAuthority()).append("\r\n");
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request, reads the whole answer, and returns its status. */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        String start = line();
        int status = Integer.parseInt(start.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        retryAfterSeconds = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("retry-after:")) {
                retryAfterSeconds = Integer.parseInt(lower.substring(12).strip());
            } else if (lower.startsWith("connection:")) {
                ended |= lower.contains("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else if (status != 304 && status != 204) {
            in.skipNBytes(length);
        }
        return status;
    }

    /** When the last answer asks to come again, in seconds; -1 where it does not. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Whether nothing more can be asked on this connection. */
    public boolean isOver() {
        return ended;
    }

    private void skipChunks() throws IOException {
        long size;
        do {
            size = Long.parseLong(line().split(";")[0].strip(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
