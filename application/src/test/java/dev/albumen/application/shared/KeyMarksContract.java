package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KeyMarks} does. */
public abstract class KeyMarksContract {

    private static final int NODES = 4;

    /** With nothing kept. */
    protected abstract KeyMarks marks();

    private static String mark(int number) {
        return String.valueOf(number).repeat(43);
    }

    @Test
    void keepsTheFirstForGood() {
        assertThat(marks().keepFirst(mark(1))).isEqualTo(mark(1));
        assertThat(marks().keepFirst(mark(2))).isEqualTo(mark(1));
        assertThat(marks().keepFirst(mark(1))).isEqualTo(mark(1));
    }

    @Test
    void givesTheSameToAllThatComeAtOnce() {
        CyclicBarrier start = new CyclicBarrier(NODES);
        List<CompletableFuture<String>> given;
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            given = IntStream.range(0, NODES).mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                await(start);
                return marks().keepFirst(mark(number));
            }, nodes)).toList();
        }
        assertThat(given).extracting(CompletableFuture::join).containsOnly(marks().keepFirst(mark(9)));
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
