package dev.albumen.rest.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what all addresses that answer with bytes have in common, which one class does for them all. */
final class ByteOperations {

    private static final Pattern PATHS = Pattern.compile(".*/(thumbnail|preview|large|original|archive|logo)");
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> NUMBER = Map.of("type", "integer", "format", "int64");

    private ByteOperations() {}

    /** Completes a GET; does nothing where the path is another one. */
    static void complete(String path, Map<String, Object> operation, Map<String, Object> responses) {
        if (!PATHS.matcher(path).matches()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(operation.get("parameters") instanceof List<?> declared ? declared : List.of());
        parameters.add(header("Range", "One part of the bytes; several are answered with all of them", "bytes=1000000-"));
        parameters.add(header("If-Range", "The part is wanted only while the ETag is still this one, or else everything",
                "\"cD8xq0nVZ4m2Yt1hWq3uRA\""));
        parameters.add(header("If-None-Match", "ETags of what is there already", "\"cD8xq0nVZ4m2Yt1hWq3uRA\""));
        operation.put("parameters", parameters);
        boolean original = path.endsWith("/original");
        responses.put("200", sent(responses.get("200"), "All bytes", original, false));
        responses.put("206", sent(null, "The part that was asked for", original, true));
        responses.put("304", Map.of("description", "The client has these bytes", "headers", Map.of("ETag", described("Names the bytes", TEXT))));
        responses.put("412", Map.of("description", "These are other bytes than If-Match names"));
        responses.put("416", Map.of("description", "There is no such part",
                "headers", Map.of("Content-Range", described("How many bytes there are, as bytes */1000", TEXT))));
        if (original) {
            responses.put("307", Map.of("description", "The storage sends the bytes itself, where the instance is set so; not to be kept",
                    "headers", Map.of("Location", described("An address that lasts for some minutes at most", TEXT))));
        }
        if (path.endsWith("/archive")) {
            responses.put("503", Map.of("description", "Pictures of the archive are yet to be made, and are being made (not-ready)",
                    "headers", Map.of("Retry-After", described("When to ask again, in seconds", NUMBER))));
        }
    }

    private static Map<String, Object> sent(Object declared, String description, boolean original, boolean part) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", description);
        if (declared instanceof Map<?, ?> known && known.get("content") != null) {
            response.put("content", known.get("content"));
        } else {
            response.put("content", Map.of("*/*", Map.of("schema", Map.of("type", "string", "format", "binary"))));
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("ETag", described("Strong: names exactly these bytes", TEXT));
        headers.put("Content-Length", described("How many bytes are sent", NUMBER));
        headers.put("Accept-Ranges", described("bytes", TEXT));
        if (part) {
            headers.put("Content-Range", described("Which bytes of how many, as bytes 0-99/1000", TEXT));
        }
        if (original) {
            headers.put("Repr-Digest", described("The SHA-256 of the whole (RFC 9530), where the file is sent as it was uploaded", TEXT));
        }
        response.put("headers", headers);
        return response;
    }

    private static Map<String, Object> header(String name, String description, String example) {
        return Map.of("name", name, "in", "header", "required", false, "description", description, "schema", TEXT, "example", example);
    }

    private static Map<String, Object> described(String description, Map<String, Object> schema) {
        return Map.of("description", description, "schema", schema);
    }
}
