package dev.albumen.application.job;

/** Does jobs. */
public interface JobHandler {

    /**
     * Does one job, outside any transaction and on a thread that may block. Whatever is thrown counts as a failed try.
     * An interrupt means that the node is stopping: the job should end soon, and will be tried again.
     *
     * @param lease to be held in every transaction that writes what the job was for
     */
    void handle(Job job, Lease lease);

    /**
     * Takes note that a job has had its last try, so that nobody waits for it, in the transaction that
     * lays the job among the dead. Where it throws, the job is not given up yet, and the note is to be taken again later.
     */
    void givenUp(Job job);

    /** Takes note that a job is tried anew that was given up, in the transaction that takes it from among the dead. */
    void revived(Job job);
}
