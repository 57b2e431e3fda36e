package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void drawsTheSameForTheSameSeedAndName() {
        assertThat(draws(4, "disk")).isEqualTo(draws(4, "disk"));
    }

    @Test
    void drawsOtherwiseForAnotherSeedOrName() {
        assertThat(draws(4, "disk")).isNotEqualTo(draws(5, "disk")).isNotEqualTo(draws(4, "network"));
    }

    private static List<Integer> draws(long seed, String name) {
        Dice dice = new Dice(seed, name);
        return IntStream.range(0, 20).mapToObj(i -> dice.below(1000)).toList();
    }
}
