package dev.albumen.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final Map<String, Object> NAMED = Map.of("$ref", "#/components/schemas/WatermarkPatch");
    private static final List<Object> NAMED_OR_NULL = List.of(NAMED, Map.of("type", "null"));

    static List<Map<String, Object>> asTheCompilerMayWriteIt() {
        return List.of(
                Map.of("type", "null", "allOf", List.of(NAMED)),
                Map.of("type", List.of("null", "object"), "allOf", List.of(NAMED)),
                Map.of("type", List.of("object", "null"), "allOf", List.of(NAMED, Map.of("description", "Marks."))),
                Map.of("type", "null", "allOf", List.of(NAMED), "description", "Marks."),
                Map.of("type", "null", "allOf", List.of(Map.of("$ref", NAMED.get("$ref"), "description", "Marks."))));
    }

    @ParameterizedTest
    @MethodSource("asTheCompilerMayWriteIt")
    void saysThatAValueIsWhatIsNamedOrNull(Map<String, Object> written) {
        assertThat(Schemas.corrected(written)).asInstanceOf(MAP)
                .containsEntry("anyOf", NAMED_OR_NULL).doesNotContainKeys("type", "allOf");
    }
}
