package dev.albumen.application.job;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;

/** Lets jobs begin again. */
public final class ResumeJobs {

    private final Transactions transactions;
    private final JobQueue queue;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ResumeJobs(Transactions transactions, JobQueue queue, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where nothing held them up, nothing changes. */
    public ReadJobQueue.Summary handle(Viewer viewer) {
        UserAccess.mayActAs(viewer, Role.ADMIN);
        return transactions.write(() -> {
            if (queue.resume()) {
                audit.append(AuditEntry.by(viewer, "job.resume", "all", clock.instant()));
            }
            return new ReadJobQueue.Summary(queue.counts(), queue.paused());
        });
    }
}
