package dev.albumen.application.job;

/** Does jobs. */
@FunctionalInterface
public interface JobHandler {

    /**
     * Does one job, outside any transaction and on a thread that may block. Whatever is thrown counts as a failed try.
     * An interrupt means that the node is stopping: the job should end soon, and will be tried again.
     */
    void handle(Job job);
}
