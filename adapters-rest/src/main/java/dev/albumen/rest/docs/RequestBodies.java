package dev.albumen.rest.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of documented bodies what the compiler took for a part of them: who asks, and {@code If-Match}. */
final class RequestBodies {

    private static final Set<String> NO_FIELDS = Set.of("viewer", "ifMatch", "request");

    private static final Map<String, Object> FILE = Map.of("type", "string", "format", "binary");

    private RequestBodies() {}

    static void complete(Map<String, Object> operation) {
        if (!(operation.get("requestBody") instanceof Map<?, ?> body) || !(body.get("content") instanceof Map<?, ?> content)) {
            return;
        }
        if (body.toString().contains("ifMatch=")) {
            addIfMatch(operation);
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

    private static void addIfMatch(Map<String, Object> operation) {
        var parameters = new ArrayList<Object>(operation.get("parameters") instanceof List<?> known ? known : List.of());
        parameters.add(Map.of("name", "If-Match", "in", "header", "schema", Map.of("type", "string"),
                "description", "The ETag of what the change is based on; refused with 412 where there is a newer one"));
        operation.put("parameters", parameters);
    }
}
