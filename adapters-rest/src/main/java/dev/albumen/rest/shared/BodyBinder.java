package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Violation;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a body record of a JSON value, refusing everything that the record does not declare: other fields, other types,
 * absent values that are not {@code @Nullable}. All violations are told at once.
 */
final class BodyBinder {

    private final List<Violation> violations = new ArrayList<>();

    private BodyBinder() {}

    static <T> T bind(Argument<T> type, @Nullable Object json) {
        var binder = new BodyBinder();
        Object value = binder.value(type, json, "");
        if (!binder.violations.isEmpty()) {
            throw new Refusal.Invalid(binder.violations).thrown();
        }
        return type.getType().cast(value);
    }

    private @Nullable Object value(Argument<?> type, @Nullable Object json, String at) {
        Class<?> wanted = type.getType();
        if (wanted == Change.class) {
            return json == null ? Change.clear() : changed(value(type.getTypeParameters()[0], json, at));
        }
        if (json == null) {
            return type.isNullable() ? null : violation(at, "required", "A value is needed here.");
        }
        if (wanted == List.class) {
            return json instanceof List<?> items ? list(type.getTypeParameters()[0], items, at) : wrongType(at, "a list");
        }
        if (wanted == Map.class) {
            return json instanceof Map<?, ?> fields ? map(type.getTypeParameters()[1], fields, at) : wrongType(at, "an object");
        }
        if (Scalars.isOne(wanted)) {
            return Scalars.read(wanted, json).orElseGet(() -> wrongType(at, Scalars.describe(wanted)));
        }
        return json instanceof Map<?, ?> fields ? record(BeanIntrospector.SHARED.getIntrospection(wanted), fields, at) : wrongType(at, "an object");
    }

    private @Nullable Object record(BeanIntrospection<?> record, Map<?, ?> fields, String at) {
        Argument<?>[] declared = record.getConstructorArguments();
        int before = violations.size();
        refuseUnknown(Stream.of(declared).map(Argument::getName).collect(Collectors.toSet()), fields, at);
        var values = new @Nullable Object[declared.length];
        for (int i = 0; i < declared.length; i++) {
            String name = declared[i].getName();
            boolean kept = declared[i].getType() == Change.class && !fields.containsKey(name);
            values[i] = kept ? Change.keep() : value(declared[i], fields.get(name), Pointers.into(at, name));
        }
        return violations.size() > before ? null : record.instantiate(false, values);
    }

    private void refuseUnknown(Set<String> known, Map<?, ?> fields, String at) {
        for (Object field : fields.keySet()) {
            if (!known.contains(field)) {
                violation(Pointers.into(at, (String) field), "unknown-field", "There is no such field here.");
            }
        }
    }

    private List<@Nullable Object> list(Argument<?> of, List<?> items, String at) {
        var values = new ArrayList<@Nullable Object>(items.size());
        for (int i = 0; i < items.size() && violations.size() < 100; i++) {
            values.add(value(of, items.get(i), Pointers.into(at, Integer.toString(i))));
        }
        return values;
    }

    private Map<String, @Nullable Object> map(Argument<?> of, Map<?, ?> fields, String at) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, json) -> values.put((String) name, value(of, json, Pointers.into(at, (String) name))));
        return values;
    }

    private static @Nullable Object changed(@Nullable Object value) {
        return value == null ? null : Change.to(value);
    }

    private @Nullable Object wrongType(String at, String wanted) {
        return violation(at, "wrong-type", "Expected " + wanted + ".");
    }

    private @Nullable Object violation(String at, String code, String detail) {
        violations.add(new Violation(at, code, detail));
        return null;
    }
}
