package dev.albumen.application.shared;

import java.util.function.Supplier;

/**
 * Where a use case's transaction begins and ends. What the work throws rolls everything back and is thrown on; a
 * failure to commit is thrown too, so a normal return means that the change is durable. Calls nest: an inner one joins
 * the outer. A database that does not answer is a {@link DependencyException}.
 */
public interface Transactions {

    /** How often work is done at most until it wins. */
    int TRIES = 5;

    /** Runs work that only reads, all of it on one snapshot. */
    <T> T read(Supplier<T> work);

    /**
     * Runs work that changes something: all of it lasts, or none.
     *
     * <p>Where the work throws {@link LostRaceException}, or the database breaks it off in favour of another's, the
     * outermost call does all of it again from the start, {@value #TRIES} times in all. Work therefore changes nothing
     * but what rolls back with it. If it still loses, it is refused as {@code Stale}.
     *
     * <p>The outermost call runs what {@link Once#within} makes of the work.
     */
    <T> T write(Supplier<T> work);

    /** {@link #write} for work without a result. */
    default void writing(Runnable work) {
        write(() -> {
            work.run();
            return null;
        });
    }
}
