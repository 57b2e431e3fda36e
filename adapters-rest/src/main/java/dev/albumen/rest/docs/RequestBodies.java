package dev.albumen.rest.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of documented bodies what the compiler took for a part of them: who asks, and what headers say. */
final class RequestBodies {

    private static final Set<String> NO_FIELDS = Set.of("viewer", "ifMatch", "once", "request");

    private static final Map<String, Object> FILE = Map.of("type", "string", "format", "binary");

    private RequestBodies() {}

    static void complete(Map<String, Object> operation) {
        if (!(operation.get("requestBody") instanceof Map<?, ?> body) || !(body.get("content") instanceof Map<?, ?> content)) {
            return;
        }
        if (body.toString().contains("ifMatch=")) {
            addHeader(operation, "If-Match", "The ETag of what the change is based on; refused with 412 where there is a newer one");
        }
        if (body.toString().contains("once=")) {
            addIdempotencyKey(operation);
        }
        var types = new LinkedHashMap<String, Object>();
        content.forEach((type, media) -> {
            Object schema = type.toString().startsWith("image/") ? FILE : schema((Map<?, ?>) media);
            if (schema != null) {
                types.put((String) type, Map.of("schema", schema));
            }
        });
        if (types.isEmpty()) {
            operation.remove("requestBody");
        } else {
            operation.put("requestBody", Map.of("required", true, "content", types));
        }
    }

    private static @Nullable Object schema(Map<?, ?> media) {
        if (!(media.get("schema") instanceof Map<?, ?> schema)) {
            return null;
        }
        if (schema.get("allOf") instanceof List<?> parts) {
            return parts.stream().filter(part -> ((Map<?, ?>) part).containsKey("$ref")).findFirst().orElse(null);
        }
        boolean empty = schema.get("properties") instanceof Map<?, ?> fields && NO_FIELDS.containsAll(fields.keySet());
        return empty ? null : schema;
    }

    private static void addIdempotencyKey(Map<String, Object> operation) {
        addHeader(operation, "Idempotency-Key", "Up to 255 printable ASCII characters of the client's choice, such as a random UUID. "
                + "The same request under the same key is answered as the first time for 24 hours and changes nothing again; "
                + "the answer then has the header Idempotency-Replayed. Requests that were refused may be sent again as if new");
        var responses = new LinkedHashMap<String, Object>();
        if (operation.get("responses") instanceof Map<?, ?> known) {
            known.forEach((status, response) -> responses.put((String) status, response));
        }
        responses.putIfAbsent("409", Map.of("description", "In conflict with what is there; or, with Retry-After and the code request-in-flight, "
                + "a request with this Idempotency-Key is being handled"));
        responses.putIfAbsent("422", Map.of("description", "Not acceptable; or, with the code idempotency-key-reused, "
                + "this Idempotency-Key was sent with another request"));
        operation.put("responses", responses);
    }

    private static void addHeader(Map<String, Object> operation, String name, String description) {
        var parameters = new ArrayList<Object>(operation.get("parameters") instanceof List<?> known ? known : List.of());
        parameters.add(Map.of("name", name, "in", "header", "schema", Map.of("type", "string"), "description", description));
        operation.put("parameters", parameters);
    }
}
