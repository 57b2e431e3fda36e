package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        Callable<List<String>> some = () -> Stream.generate(ids::next).limit(MANY).map(UUID::toString).toList();
        List<String> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> made : threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> some).toList())) {
                assertThat(made.get()).isSorted();
                all.addAll(made.get());
            }
        }
        assertThat(all).hasSize(4 * MANY).doesNotHaveDuplicates();
    }
}
