package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Ids} does. */
public abstract class IdsContract {

    private static final int MANY = 5_000;

    protected abstract Ids ids();

    @Test
    void areOfVersionSeven() {
        UUID id = ids().next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void riseInTheOrderOfTheirMaking() {
        Ids ids = ids();
        List<String> made = Stream.generate(ids::next).limit(MANY).map(UUID::toString).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areNeverGivenTwiceAndRiseInEachThread() throws Exception {
        Ids ids = ids();
        Callable<List<String>> some =
                () -> Stream.generate(ids::next).limit(20 * MANY).map(UUID::toString).toList();
        List<String> all = new ArrayList<>();
        // Threads of the platform: they are interrupted anywhere, also between reading the clock and using it.
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<List<String>> made : threads.invokeAll(Collections.nCopies(8, some))) {
                List<String> inOneThread = made.get();
                assertThat(IntStream.range(1, inOneThread.size())
                                .filter(i -> inOneThread.get(i - 1).compareTo(inOneThread.get(i)) >= 0))
                        .as("places where an id is not above the one before it")
                        .isEmpty();
                all.addAll(inOneThread);
            }
        }
        assertThat(new HashSet<>(all)).hasSize(8 * 20 * MANY);
    }
}
