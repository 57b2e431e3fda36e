package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.chaos.Possible.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PossibleTest {

    private static Step<String> writes(String letter, long start, long end, boolean certain) {
        return new Step<>(start, end, certain, text -> Optional.of(text + letter));
    }

    @Test
    void keepsTheOrderOfWhatDidNotOverlap() {
        assertThat(Possible.ends("", List.of(writes("b", 20, 30, true), writes("a", 0, 10, true)))).hasValueSatisfying(
                ends -> assertThat(ends).containsExactly("ab"));
    }

    @Test
    void takesWhatOverlappedInEitherOrder() {
        assertThat(Possible.ends("", List.of(writes("a", 0, 10, true), writes("b", 5, 15, true), writes("c", 20, 21, true))))
                .hasValueSatisfying(ends -> assertThat(ends).containsExactlyInAnyOrder("abc", "bac"));
    }

    @Test
    void letsAnUncertainStepHappenWithinItsTimeOrNever() {
        assertThat(Possible.ends("", List.of(
                        writes("?", 0, 15, false), writes("a", 5, 10, true), writes("b", 12, 13, true), writes("c", 20, 30, true))))
                .hasValueSatisfying(ends -> assertThat(ends).containsExactlyInAnyOrder("abc", "?abc", "a?bc", "ab?c"));
    }

    @Test
    void hasNoStateWhereNothingExplainsACertainStep() {
        Step<String> never = new Step<>(5, 6, true, text -> Optional.empty());
        assertThat(Possible.ends("", List.of(writes("a", 0, 10, true), never))).hasValueSatisfying(
                ends -> assertThat(ends).isEmpty());
    }

    @Test
    void followsLongHistoriesAndGivesUpOnWildOnes() {
        assertThat(Possible.ends("", IntStream.range(0, 1000).mapToObj(i -> writes("a", 10 * i, 10 * i + 5, true)).toList()))
                .hasValueSatisfying(ends -> assertThat(ends).hasSize(1));
        assertThat(Possible.ends("", IntStream.range(0, 12).mapToObj(i -> writes("" + (char) ('a' + i), 0, 10, true)).toList()))
                .isEmpty();
    }
}
