package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Change;
import io.micronaut.core.annotation.Introspected;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Introspected
    record Inner(String secret) {
        @Override
        public String toString() {
            return "Inner[hidden]";
        }
    }

    @Introspected
    record Body(@Nullable Object value) {}

    @Test
    void writesAlikeWhatSaysTheSame() {
        assertThat(Fingerprint.of(new Body(new Inner("a")))).isEqualTo(Fingerprint.of(new Body(new Inner("a"))));
        assertThat(Fingerprint.of(Map.of("a", "1", "b", "2"))).isEqualTo(Fingerprint.of(Map.of("b", "2", "a", "1")));
    }

    @Test
    void writesApartWhatDoesNot() {
        List<Object> different = Stream.of(
                new Inner("a"), new Inner("b"), "", "a", "ab", 1, 11, true, List.of(), List.of("a", "b"), List.of("ab"), List.of("b", "a"),
                List.of(List.of("a"), "b"), List.of(List.of("a", "b")), Arrays.asList("a", null), Map.of(), Map.of("a", "b"), Map.of("a", List.of("b")),
                Change.keep(), Change.clear(), Change.to("x"), "1:a", "~", "-").map(value -> (Object) new Body(value)).toList();

        assertThat(different.stream().map(Fingerprint::of)).doesNotHaveDuplicates();
    }
}
