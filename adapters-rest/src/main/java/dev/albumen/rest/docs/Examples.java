package dev.albumen.rest.docs;

import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Puts the examples that bodies are annotated with into the document: the compiler leaves them out of its 3.1 form. */
final class Examples {

    private static final String BODIES = "dev.albumen.rest.";

    private Examples() {}

    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> schemas, JsonMapper mapper) {
        BeanIntrospector.SHARED.findIntrospections(body -> body.getName().startsWith(BODIES)).forEach(body -> {
            Schema said = body.getBeanType().getAnnotation(Schema.class);
            if (said != null && !said.example().isEmpty() && schemas.get(said.name()) instanceof Map<?, ?> schema) {
                ((Map<String, Object>) schema).put("examples", List.of(read(mapper, said.example())));
            }
        });
    }

    private static Object read(JsonMapper mapper, String example) {
        try {
            return mapper.readValue(example, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
