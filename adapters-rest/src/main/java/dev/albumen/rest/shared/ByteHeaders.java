package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Sha256;
import io.micronaut.http.HttpHeaders;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.BiConsumer;

/** The headers of an answer with bytes, whoever makes it. */
public final class ByteHeaders {

    /** Of the whole, even where a part is sent (RFC 9530, section 3). */
    private static final String REPR_DIGEST = "Repr-Digest";

    private ByteHeaders() {}

    private static String base64(Sha256 digest) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
    }

    /**
     * Of a 200 or 206.
     *
     * @param length how many bytes are sent
     */
    public static void describe(Bytes bytes, long length, BiConsumer<String, String> headers) {
        headers.accept(HttpHeaders.CONTENT_TYPE, bytes.mediaType());
        headers.accept(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        notModified(bytes, headers);
        headers.accept(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (bytes.disposition() != null) {
            headers.accept(HttpHeaders.CONTENT_DISPOSITION, bytes.disposition());
        }
        if (bytes.digest() != null) {
            headers.accept(REPR_DIGEST, "sha-256=:" + base64(bytes.digest()) + ":");
        }
    }

    /** Of a 304, which replaces the headers of what the client has. */
    public static void notModified(Bytes bytes, BiConsumer<String, String> headers) {
        headers.accept(HttpHeaders.ETAG, bytes.entityTag());
        headers.accept(HttpHeaders.CACHE_CONTROL, bytes.cacheControl());
        headers.accept(AnswerHeaders.CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
    }
}
