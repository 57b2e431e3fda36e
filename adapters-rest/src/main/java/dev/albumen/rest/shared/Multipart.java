package dev.albumen.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code multipart/form-data} body (RFC 7578) part by part as it comes in, in constant memory. What is no such
 * body is refused with 400, one over the limit with {@code TooLarge} before more of it is read. Closing lets the client
 * send the rest into the void: an unread body would keep it from reading the answer.
 */
public final class Multipart implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int MAX_PART_HEADER_BYTES = 8 << 10;
    private static final int MAX_BOUNDARY = 200;

    private final InputStream body;
    private final MultiPart.Parser parser;
    private final PartEvents events;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int partsLeft;
    private @Nullable PartStream current;
    private boolean complete;

    private Multipart(InputStream body, String boundary, int maxParts) {
        this.body = body;
        this.events = new PartEvents();
        this.parser = new MultiPart.Parser(boundary, events);
        this.partsLeft = maxParts;
        parser.setPartHeadersMaxLength(MAX_PART_HEADER_BYTES);
    }

    /**
     * Starts to read a request.
     *
     * @param maxBytes of the whole body, announced or not
     * @param maxParts more are refused
     */
    public static Multipart of(HttpRequest<?> request, InputStream body, long maxBytes, int maxParts) {
        try {
            if (request.getContentLength() > maxBytes) {
                throw LimitedStream.tooLarge(maxBytes);
            }
            return new Multipart(new LimitedStream(body, maxBytes), boundary(request), maxParts);
        } catch (RuntimeException e) {
            discard(body);
            throw e;
        }
    }

    /** The next part; what was not read of the one before is skipped. Empty at the end. */
    public Optional<Part> next() {
        try {
            if (current != null) {
                current.skipAll();
            }
            return complete ? Optional.empty() : start();
        } catch (IOException e) {
            throw malformed("The body ended early.");
        }
    }

    private Optional<Part> start() throws IOException {
        return switch (take()) {
            case PartEvents.Start(var headers) -> Optional.of(part(headers));
            case PartEvents.Complete() when current != null -> {
                complete = true;
                yield Optional.empty();
            }
            case PartEvents.Event other -> throw malformed("The body has no part between its boundaries.");
        };
    }

    private Part part(Map<String, String> headers) {
        if (partsLeft-- == 0) {
            throw malformed("The body has too many parts.");
        }
        String disposition = headers.getOrDefault("content-disposition", "");
        Map<String, String> parameters = parameters(disposition);
        String name = parameters.get("name");
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data") || name == null || name.isEmpty()) {
            throw malformed("Each part needs Content-Disposition: form-data with a name.");
        }
        current = new PartStream();
        return new Part(name, parameters.get("filename"), current);
    }

    /** Reads on until the parser has found something. */
    private PartEvents.Event take() throws IOException {
        for (;;) {
            PartEvents.Event event = events.poll();
            if (event != null) {
                return event;
            }
            if (events.failed()) {
                throw malformed("A part's headers or boundaries are broken, too long or cut off.");
            }
            int read = body.read(buffer, 0, buffer.length);
            parser.parse(read < 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
        }
    }

    private static String boundary(HttpRequest<?> request) {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE)).orElse("");
        String boundary = parameters(type).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw malformed("The Content-Type names no usable boundary.");
        }
        return boundary;
    }

    private static Map<String, String> parameters(String header) {
        var given = new HashMap<String, String>();
        try {
            HttpField.getValueParameters(header, given);
        } catch (RuntimeException e) {
            throw malformed("A header's parameters are broken."); // the parser trusts what it is given
        }
        var parameters = new HashMap<String, String>();
        given.forEach((name, value) -> parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value == null ? "" : value));
        return parameters;
    }

    @Override
    public void close() {
        discard(body);
    }

    private static void discard(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // whoever sent it has gone
        }
    }

    static MalformedRequestException malformed(String message) {
        return new MalformedRequestException("malformed-multipart", message);
    }

    /** The content of the part that the parser is in. */
    private final class PartStream extends InputStream {

        private ByteBuffer piece = ByteBuffer.allocate(0);
        private boolean over;

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (length > 0 && !over && !piece.hasRemaining()) {
                advance();
            }
            if (over || length == 0) {
                return over ? -1 : 0;
            }
            int count = Math.min(length, piece.remaining());
            piece.get(into, offset, count);
            return count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        private void skipAll() throws IOException {
            while (!over) {
                advance();
            }
        }

        private void advance() throws IOException {
            if (take() instanceof PartEvents.Piece(var bytes)) {
                piece = bytes;
            } else {
                over = true;
            }
        }
    }
}
