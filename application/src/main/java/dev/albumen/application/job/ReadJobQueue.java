package dev.albumen.application.job;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.util.Optional;

/** Tells an admin how much work there is, and whether it is held up. */
public final class ReadJobQueue {

    private final Transactions transactions;
    private final JobQueue queue;

    public ReadJobQueue(Transactions transactions, JobQueue queue) {
        this.transactions = transactions;
        this.queue = queue;
    }

    /** @param paused empty where jobs begin */
    public record Summary(JobQueue.Counts counts, Optional<JobQueue.Pause> paused) {}

    public Summary handle(Viewer viewer) {
        UserAccess.mayActAs(viewer, Role.ADMIN);
        return transactions.read(() -> new Summary(queue.counts(), queue.paused()));
    }
}
