package dev.albumen.persistence.shared;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Does things at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of each, in their order. */
    @SafeVarargs
    public static List<String> run(Callable<String>... acts) {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> outcomes = Stream.of(acts).map(act -> threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return act.call();
            })).toList();
            return outcomes.stream().map(AtOnce::got).toList();
        }
    }

    /** {@code done}, {@code gone}, or the code of the conflict that it was refused with. */
    public static String done(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (RefusedException refused) {
            return switch (refused.refusal()) {
                case Refusal.Conflict conflict -> conflict.code();
                case Refusal.NotFound gone -> "gone";
                case Refusal.Forbidden forbidden -> "forbidden";
                default -> throw refused;
            };
        }
    }

    private static String got(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
