package dev.albumen.bootstrap.journey;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who do the same at the same time. */
record Crowd(int people) {

    static Crowd of(int people) {
        return new Crowd(people);
    }

    /** What each gets, once all have begun together. */
    <T> List<T> each(IntFunction<T> act) {
        CountDownLatch ready = new CountDownLatch(people);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> acts = IntStream.range(0, people).mapToObj(person -> CompletableFuture.supplyAsync(() -> {
                ready.countDown();
                try {
                    ready.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return act.apply(person);
            }, all)).toList();
            return acts.stream().map(CompletableFuture::join).toList();
        }
    }
}
