package dev.albumen.rest.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Corrects the schemas that the compiler writes. */
final class Schemas {

    private static final String CHANGE = "#/components/schemas/Change_";

    private Schemas() {}

    /** The same document part with schemas that say what is read and written. */
    static Object corrected(Object part) {
        return switch (part) {
            case Map<?, ?> map when map.get("$ref") instanceof String ref && ref.startsWith(CHANGE) -> change(ref.substring(CHANGE.length(), ref.length() - 1));
            case Map<?, ?> map -> object(map);
            case List<?> list -> list.stream().map(Schemas::corrected).toList();
            case null, default -> part;
        };
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        if (map.get("allOf") instanceof List<?> parts && maybeNull(map.get("type")) && parts.getFirst() instanceof Map<?, ?> named && named.get("$ref") != null) {
            return namedOrNull(named, map.get("description"));
        }
        var result = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> put(result, (String) key, value));
        if (result.get("enum") instanceof List<?> constants) {
            result.put("type", "string");
            result.put("enum", constants.stream().map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
        }
        if (map.get("properties") instanceof Map<?, ?> properties && map.get("required") instanceof List<?> required) {
            result.put("required", required.stream().filter(name -> !isChange(properties.get(name))).toList());
        }
        return result;
    }

    private static boolean maybeNull(@Nullable Object types) {
        return "null".equals(types) || types instanceof List<?> several && several.contains("null");
    }

    /**
     * The compiler says of such a value that it is null and at the same time what is named. What describes it stands outside or
     * inside, or is missing, as it met the classes: in an order that is not the same everywhere.
     */
    private static Map<String, Object> namedOrNull(Map<?, ?> named, @Nullable Object description) {
        var result = new LinkedHashMap<String, Object>();
        result.put("anyOf", List.of(corrected(Map.of("$ref", named.get("$ref"))), Map.of("type", "null")));
        Object described = description == null ? named.get("description") : description;
        if (described != null) {
            result.put("description", described);
        }
        return result;
    }

    private static void put(Map<String, Object> result, String key, Object value) {
        if (key.equals("type") && value instanceof List<?> types && types.contains("null")) {
            result.put("type", types.size() == 2 ? types : types.stream().filter(type -> !type.equals("object")).toList());
        } else if (!key.equals("defaultValue")) {
            result.put(key, corrected(value));
        }
    }

    private static boolean isChange(Object property) {
        return property instanceof Map<?, ?> map && map.get("$ref") instanceof String ref && ref.startsWith(CHANGE);
    }

    /** What a merge patch takes for one value: a new one, or null to clear it. */
    private static Map<String, Object> change(String of) {
        return switch (of) {
            case "Boolean" -> Map.of("type", List.of("boolean", "null"));
            case "Long", "Integer" -> Map.of("type", List.of("integer", "null"));
            case "UUID" -> Map.of("type", List.of("string", "null"), "format", "uuid");
            case "Instant" -> Map.of("type", List.of("string", "null"), "format", "date-time");
            case "LocalDate" -> Map.of("type", List.of("string", "null"), "format", "date");
            case "Double" -> Map.of("type", List.of("number", "null"));
            default -> Map.of("type", List.of("string", "null"));
        };
    }
}
