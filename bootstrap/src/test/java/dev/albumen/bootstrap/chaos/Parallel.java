package dev.albumen.bootstrap.chaos;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The same for many things, some at a time. */
final class Parallel {

    private static final int THREADS = 8;

    private Parallel() {}

    static <T> void each(Collection<T> things, Consumer<T> task) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<? extends Future<?>> all = things.stream().map(thing -> threads.submit(() -> task.accept(thing))).toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
