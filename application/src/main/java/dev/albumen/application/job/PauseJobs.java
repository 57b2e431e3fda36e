package dev.albumen.application.job;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;

/** Lets no node begin a job until they are resumed, over restarts too. Those that run go on. */
public final class PauseJobs {

    private final Transactions transactions;
    private final JobQueue queue;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PauseJobs(Transactions transactions, JobQueue queue, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Doing it again changes nothing. */
    public ReadJobQueue.Summary handle(Viewer viewer) {
        Viewer.Member member = UserAccess.mayActAs(viewer, Role.ADMIN);
        return transactions.write(() -> {
            if (queue.pause(new JobQueue.Pause(clock.instant(), member.userId()))) {
                audit.append(AuditEntry.by(viewer, "job.pause", "all", clock.instant()));
            }
            return new ReadJobQueue.Summary(queue.counts(), queue.paused());
        });
    }
}
