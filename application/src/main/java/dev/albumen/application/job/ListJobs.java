package dev.albumen.application.job;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;

/** Shows an admin the work that waits, runs or was given up. */
public final class ListJobs {

    private final Transactions transactions;
    private final JobQueue queue;

    public ListJobs(Transactions transactions, JobQueue queue) {
        this.transactions = transactions;
        this.queue = queue;
    }

    public record Query(JobQueue.Filter filter, PageRequest page) {}

    public Page<JobView> handle(Viewer viewer, Query query) {
        UserAccess.mayActAs(viewer, Role.ADMIN);
        return transactions.read(() -> queue.list(query.filter(), query.page()));
    }
}
