package dev.albumen.rest.album;

import dev.albumen.application.album.PartChecksum;
import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tus 1.0 writes things into headers. */
public final class Tus {

    /** Of the protocol. */
    public static final String VERSION = "1.0.0";
    /** Parted by commas, as headers have them. */
    public static final String EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration";
    static final String BYTES = "application/offset+octet-stream";

    static final String RESUMABLE = "Tus-Resumable";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";

    /** What no problem's status is, but this protocol's. */
    static final int CHECKSUM_MISMATCH = 460;

    private static final int MAX_METADATA = 4096;

    private Tus() {}

    /** Of checksums, parted by commas. */
    public static String algorithms() {
        return Arrays.stream(PartChecksum.Algorithm.values()).map(PartChecksum.Algorithm::label).collect(Collectors.joining(","));
    }

    /** As RFC 9110 writes times. */
    static String time(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** A number of bytes that a request has to tell. */
    static long number(HttpRequest<?> request, String header) {
        String text = request.getHeaders().get(header);
        if (text == null) {
            throw Refusal.invalid(header, "required", "This header is needed here.");
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.invalid(header, "malformed", "Expected a number of bytes.");
        }
        return Long.parseLong(text);
    }

    /** Keys with their values, none of them twice. */
    static Map<String, String> metadata(HttpRequest<?> request) {
        String text = request.getHeaders().get(METADATA);
        Map<String, String> pairs = new HashMap<>();
        if (text == null || text.isBlank()) {
            return pairs;
        }
        if (text.length() > MAX_METADATA) {
            throw malformed("This is longer than " + MAX_METADATA + " characters.");
        }
        for (String pair : text.split(",")) {
            String[] words = pair.strip().split(" ", 2);
            if (words[0].isEmpty() || pairs.put(words[0], words.length == 1 ? "" : decoded(words[1].strip())) != null) {
                throw malformed("Expected keys, each once, with values in base64.");
            }
        }
        return pairs;
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64))).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed("Expected values of UTF-8 in base64.");
        }
    }

    /** {@code null} where there is none. */
    static @Nullable PartChecksum checksum(HttpRequest<?> request) {
        String text = request.getHeaders().get("Upload-Checksum");
        if (text == null) {
            return null;
        }
        String[] words = text.strip().split(" ", 2);
        return Arrays.stream(PartChecksum.Algorithm.values())
                .filter(algorithm -> words.length == 2 && algorithm.label().equals(words[0]))
                .findFirst()
                .map(algorithm -> new PartChecksum(algorithm, digest(words[1])))
                .orElseThrow(() -> Refusal.invalid("Upload-Checksum", "unsupported", "Expected one of " + algorithms() + " with a hash in base64."));
    }

    private static byte[] digest(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("Upload-Checksum", "malformed", "Expected a hash in base64.");
        }
    }

    private static RuntimeException malformed(String detail) {
        return Refusal.invalid(METADATA, "malformed", detail);
    }
}
