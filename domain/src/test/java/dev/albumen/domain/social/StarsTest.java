package dev.albumen.domain.social;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void takesOneToFive(int count) {
        assertThat(Stars.chosen("/rating", count).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 6, Integer.MAX_VALUE})
    void refusesAnyOtherNumber(int count) {
        assertThat(codeOf(() -> Stars.chosen("/rating", count))).isEqualTo("out-of-range");
    }
}
