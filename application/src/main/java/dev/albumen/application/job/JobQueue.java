package dev.albumen.application.job;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** The jobs of all nodes, for those who look after them. Jobs that recur are left out. */
public interface JobQueue {

    Counts counts();

    /** By the time that their {@link JobView#at} says, the latest first. */
    Page<JobView> list(Filter filter, PageRequest page);

    /** One job; of one that waits anew beside an older one that is dead, the one that waits. */
    Optional<JobView> find(JobId id);

    /**
     * Has a dead job done anew, with all its tries, in the caller's transaction. Empty, and nothing done, where no dead job
     * has the id.
     */
    Optional<Job> revive(JobId id);

    /** Forgets a dead job. False where no dead job has the id. */
    boolean discard(JobId id);

    /** Since when no node begins a job; empty where all go on. */
    Optional<Pause> paused();

    /**
     * Lets no node begin a job from the commit on, recurring ones included, until {@link #resume}. Those that run go on.
     * False, and nothing changed, where that is so already.
     */
    boolean pause(Pause pause);

    /** Lets jobs begin again. False where nothing held them up. */
    boolean resume();

    /**
     * How many jobs there are.
     *
     * @param pending waiting, for the first time or for another try
     * @param running at work on any node
     * @param dead given up
     */
    record Counts(long pending, long running, long dead) {}

    /** Which jobs are wanted; empty for any. */
    record Filter(Optional<JobView.State> state, Optional<String> kind) {

        public static final Filter ANY = new Filter(Optional.empty(), Optional.empty());
    }

    record Pause(Instant since, UserId by) {}
}
