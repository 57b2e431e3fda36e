package dev.albumen.application.job;

import dev.albumen.application.shared.DependencyException;

/**
 * Hints between nodes that there are jobs to do, so that nobody has to wait for their next look. The queue is what counts:
 * a hint that is lost costs that wait, one that comes twice or for nothing costs a look.
 */
public interface WakeUps {

    /**
     * Tells some or all of those who listen and have room, on whatever node.
     *
     * @throws DependencyException where nobody can be told now
     */
    void tell();

    /**
     * Has somebody told from about now on, until the end. What was told before may still come. An outage of what carries
     * the hints is not told of; they come again after it.
     */
    Listening listen(Listener listener);

    /** Somebody who does jobs. Called by one thread, which must not be held up. */
    interface Listener {

        /** Whether there is anything to gain from being told. Who has none need not be told. */
        boolean hasRoom();

        /** There may be jobs. */
        void told();
    }

    /** An ear that can be closed. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
