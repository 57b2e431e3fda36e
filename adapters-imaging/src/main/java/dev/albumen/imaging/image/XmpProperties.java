package dev.albumen.imaging.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an XMP packet says, flat: values by path, such as {@code dc:subject} or {@code exif:Flash/exif:Fired}, with the
 * usual prefixes whatever the packet calls them. The items of a list stand under the list's path.
 */
final class XmpProperties {

    private static final String ANY_LANGUAGE = "x-default";

    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    /** @param language as xml:lang says; {@code null} where it does not */
    private record Value(String text, @Nullable String language) {}

    void add(String path, String text, @Nullable String language) {
        values.computeIfAbsent(path, key -> new ArrayList<>()).add(new Value(text, language));
    }

    /** What another packet says of paths of which this one says nothing. */
    void addMissing(XmpProperties other) {
        other.values.forEach(values::putIfAbsent);
    }

    /** The first value of the first of these paths that has one, in the default language where there are several. */
    Optional<String> text(String... paths) {
        for (String path : paths) {
            List<Value> found = values.getOrDefault(path, List.of());
            if (!found.isEmpty()) {
                return Optional.of(found.stream().filter(value -> ANY_LANGUAGE.equals(value.language())).findFirst()
                        .orElse(found.getFirst()).text());
            }
        }
        return Optional.empty();
    }

    List<String> texts(String path) {
        return values.getOrDefault(path, List.of()).stream().map(Value::text).toList();
    }

    /** All values by path, those of a list in one line. */
    Map<String, String> asMap() {
        Map<String, String> lines = new LinkedHashMap<>();
        values.forEach((path, found) -> lines.put(path, found.stream().map(Value::text).collect(Collectors.joining("; "))));
        return lines;
    }
}
