package dev.albumen.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
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
    private final MultipartInput input;
    private int partsLeft;
    private MultipartInput.@Nullable ItemInputStream current;

    private Multipart(InputStream body, MultipartInput input, int maxParts) {
        this.body = body;
        this.input = input;
        this.partsLeft = maxParts;
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
            return new Multipart(body, MultipartInput.builder()
                .setInputStream(new LimitedStream(body, maxBytes))
                .setBoundary(boundary(request))
                .setBufferSize(BUFFER_BYTES)
                .setPartHeaderSizeMax(MAX_PART_HEADER_BYTES)
                .get(), maxParts);
        } catch (RuntimeException e) {
            discard(body);
            throw e;
        } catch (IOException e) {
            discard(body);
            throw malformed("The body cannot be read.");
        }
    }

    /** The next part; what was not read of the one before is skipped. Empty at the end. */
    public Optional<Part> next() {
        try {
            if (current == null ? isEmpty() : isOver(current)) {
                return Optional.empty();
            }
            if (partsLeft-- == 0) {
                throw malformed("The body has too many parts.");
            }
            input.setHeaderCharset(StandardCharsets.UTF_8);
            return Optional.of(part(PartHeaders.parse(input.readHeaders())));
        } catch (FileUploadException e) {
            throw malformed("A part's headers or boundaries are broken, too long or cut off.");
        } catch (IOException e) {
            throw malformed("The body ended early.");
        }
    }

    private boolean isEmpty() throws IOException {
        if (!input.skipPreamble()) {
            throw malformed("The body has no part between its boundaries.");
        }
        return false;
    }

    private boolean isOver(MultipartInput.ItemInputStream last) throws IOException {
        last.close(); // skips what is left of it
        return !input.readBoundary();
    }

    private Part part(Map<String, String> headers) {
        String disposition = headers.getOrDefault("content-disposition", "");
        Map<String, String> parameters = parameters(disposition);
        String name = parameters.get("name");
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data") || name == null || name.isEmpty()) {
            throw malformed("Each part needs Content-Disposition: form-data with a name.");
        }
        current = input.newInputStream();
        return new Part(name, parameters.get("filename"), current);
    }

    private static byte[] boundary(HttpRequest<?> request) {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE)).orElse("");
        String boundary = parameters(type).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw malformed("The Content-Type names no usable boundary.");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, @Nullable String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        try {
            return parser.parse(header, ';');
        } catch (RuntimeException e) {
            throw malformed("A header's parameters are broken."); // the parser indexes into whatever it is given
        }
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
}
