package dev.albumen.application.job;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;

/** Forgets a job that was given up. What it was about stays as it is. */
public final class DiscardJob {

    private final Transactions transactions;
    private final JobQueue queue;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DiscardJob(Transactions transactions, JobQueue queue, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(JobId id) {}

    public void handle(Viewer viewer, Command command) {
        UserAccess.mayActAs(viewer, Role.ADMIN);
        transactions.writing(() -> {
            if (!queue.discard(command.id())) {
                throw RetryJob.notDead(queue, command.id());
            }
            audit.append(AuditEntry.by(viewer, "job.discard", command.id(), clock.instant()));
        });
    }
}
