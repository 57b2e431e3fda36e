package dev.albumen.rest.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Completes the document that the compiler writes: it takes who asks for a query parameter, knows nothing of
 * {@code If-Match}, of problems, of pages and of changes in a merge patch, and says of what may be null that it may be
 * an object as well.
 */
final class DocumentCompletion {

    private static final Set<String> METHODS = Set.of("get", "head", "options", "put", "post", "patch", "delete");
    private static final String SCHEMAS = "#/components/schemas/";

    private DocumentCompletion() {}

    static void complete(Map<String, Object> document) {
        map(document, "paths").forEach((path, item) -> asMap(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                completeOperation(asMap(operation));
            }
            if (method.equals("get")) {
                ByteOperations.complete(path, asMap(operation), map(asMap(operation), "responses"));
            }
        }));
        Map<String, Object> schemas = map(map(document, "components"), "schemas");
        schemas.keySet().removeIf(name -> name.startsWith("Change_") || name.startsWith("Viewer") || name.startsWith("IfMatch")
                || name.equals("Repeatable"));
        schemas.put("Problem", problem());
        document.replaceAll((key, value) -> Schemas.corrected(value));
    }

    private static void completeOperation(Map<String, Object> operation) {
        if (operation.get("parameters") instanceof List<?> parameters) {
            operation.put("parameters", new ArrayList<>(parameters.stream().filter(parameter -> !isViewer(asMap(parameter))).toList()));
        }
        RequestBodies.complete(operation);
        Map<String, Object> responses = map(operation, "responses");
        boolean paged = operation.get("parameters") instanceof List<?> parameters
                && parameters.stream().anyMatch(parameter -> "cursor".equals(asMap(parameter).get("name")));
        if (paged) {
            responses.put("200", page(responses.get("200")));
        }
        responses.put("default", Map.of("description", "A problem", "content",
                Map.of("application/problem+json", Map.of("schema", Map.of("$ref", SCHEMAS + "Problem")))));
    }

    private static boolean isViewer(Map<String, Object> parameter) {
        return "viewer".equals(parameter.get("name"));
    }

    /** The answer of a list; its items are told by an array in the declared answer. */
    private static Map<String, Object> page(Object declared) {
        Object items = Map.of("type", "array", "items", Map.of("type", "object"));
        if (declared != null && asMap(declared).get("content") instanceof Map<?, ?> content && content.get("application/json") instanceof Map<?, ?> json
                && json.get("schema") instanceof Map<?, ?> schema && "array".equals(schema.get("type"))) {
            items = schema;
        }
        var properties = new LinkedHashMap<String, Object>();
        properties.put("items", items);
        properties.put("nextCursor", Map.of("type", List.of("string", "null")));
        return Map.of("description", "A page", "headers",
                Map.of("Link", Map.of("description", "The next page, as rel=\"next\"", "schema", Map.of("type", "string"))),
                "content", Map.of("application/json", Map.of("schema",
                        Map.of("type", "object", "required", List.of("items", "nextCursor"), "properties", properties))));
    }

    private static Map<String, Object> problem() {
        var text = Map.of("type", "string");
        var error = Map.of("type", "object", "properties", Map.of("pointer", text, "code", text, "detail", text));
        var properties = new LinkedHashMap<String, Object>();
        for (String name : List.of("type", "title", "detail", "instance", "code", "traceId")) {
            properties.put(name, text);
        }
        properties.put("status", Map.of("type", "integer"));
        properties.put("bytesLeft", Map.of("type", "integer", "format", "int64",
                "description", "With quota-exceeded: what the caller may store still"));
        properties.put("errors", Map.of("type", "array", "items", error));
        return Map.of("type", "object", "properties", properties, "examples", List.of(Map.of(
                "type", "/problems/not-found", "title", "Not found", "status", 404,
                "detail", "There is nothing here that you can see.", "instance", "/api/v1/albums/0190a1de-7c00-7000-8000-000000000001",
                "code", "not-found", "traceId", "0af7651916cd43dd8448eb211c80319c")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(parent.computeIfAbsent(key, absent -> new LinkedHashMap<String, Object>()));
    }
}
