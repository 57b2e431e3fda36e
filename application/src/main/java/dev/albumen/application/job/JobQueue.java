package dev.albumen.application.job;

/** What people may know about the work that waits. */
public interface JobQueue {

    Counts counts();

    /**
     * How many jobs there are, recurring ones left out.
     *
     * @param pending waiting, for the first time or for another try
     * @param running at work on any node
     * @param dead given up
     */
    record Counts(long pending, long running, long dead) {}
}
