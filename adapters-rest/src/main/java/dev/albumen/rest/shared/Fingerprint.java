package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Change;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a request says as text, so that two requests are written alike where they say the same: spaces and the
 * order of fields are nothing to it. Every value is written with its length, so that none can pass for another.
 */
final class Fingerprint {

    private final StringBuilder written = new StringBuilder();

    private Fingerprint() {}

    /** @param content a body record, or lists and maps of texts */
    static String of(@Nullable Object content) {
        var fingerprint = new Fingerprint();
        fingerprint.write(content);
        return fingerprint.written.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> written.append('~');
            case Change.Keep<?> absent -> written.append('-');
            case Change.Clear<?> cleared -> written.append('~');
            case Change.To<?>(Object changed) -> write(changed);
            case Map<?, ?> fields -> fields(fields);
            case Collection<?> items -> {
                written.append('[').append(items.size());
                items.forEach(this::write);
            }
            default -> ofType(value);
        }
    }

    private void ofType(Object value) {
        Optional<? extends BeanIntrospection<?>> record =
                value instanceof Record ? BeanIntrospector.SHARED.findIntrospection(value.getClass()) : Optional.empty();
        if (record.isPresent()) {
            fields(components(record.get(), value));
        } else {
            text(value.toString());
        }
    }

    private void fields(Map<?, ?> fields) {
        var sorted = new TreeMap<String, @Nullable Object>();
        fields.forEach((name, value) -> sorted.put(name.toString(), value));
        written.append('{').append(sorted.size());
        sorted.forEach((name, value) -> {
            text(name);
            write(value);
        });
    }

    private void text(String text) {
        written.append(text.length()).append(':').append(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> components(BeanIntrospection<?> record, Object value) {
        var fields = new TreeMap<String, @Nullable Object>();
        for (Argument<?> component : record.getConstructorArguments()) {
            fields.put(component.getName(), ((BeanIntrospection<Object>) record).getRequiredProperty(component.getName(), Object.class).get(value));
        }
        return fields;
    }
}
