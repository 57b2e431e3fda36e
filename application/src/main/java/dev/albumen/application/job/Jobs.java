package dev.albumen.application.job;

import java.time.Instant;

/**
 * Takes work for later. A job whose transaction commits is done at least once, whatever node dies meanwhile; one whose
 * transaction rolls back never existed. A job that fails is tried again after growing pauses, five times in all, which
 * takes an hour where something it stands on does not answer; then its handler is told, and it is kept as dead for people
 * to see. One whose node went away is not given up so soon.
 */
public interface Jobs {

    /**
     * Adds a job in the caller's transaction. It starts right after the commit where this node has room, on any node
     * within about a second otherwise.
     *
     * @throws IllegalStateException outside a write transaction
     */
    void enqueue(Job job);

    /**
     * {@link #enqueue}, unless the same job was added so and still waits or runs, in which case nothing is done. One that
     * runs already may have begun before whatever made this one needed.
     *
     * @throws IllegalStateException outside a write transaction
     */
    void enqueueOnce(Job job);

    /**
     * Lays a job among the dead, in the caller's transaction, whose tries were made elsewhere: people see it there, and may
     * have it done. The same job is there once.
     *
     * @param tries how many have failed
     * @param cause why the last one did, in one line for people
     * @throws IllegalStateException outside a write transaction
     */
    void bury(Job job, int tries, String cause, Instant failedAt);
}
