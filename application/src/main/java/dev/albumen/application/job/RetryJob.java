package dev.albumen.application.job;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.job.JobId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;

/** Has a job done anew that was given up. */
public final class RetryJob {

    private final Transactions transactions;
    private final JobQueue queue;
    private final JobHandler handler;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RetryJob(Transactions transactions, JobQueue queue, JobHandler handler, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.handler = handler;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(JobId id) {}

    /** The job as it waits now. */
    public JobView handle(Viewer viewer, Command command) {
        UserAccess.mayActAs(viewer, Role.ADMIN);
        return transactions.write(() -> {
            Job job = queue.revive(command.id()).orElseThrow(() -> notDead(queue, command.id()));
            handler.revived(job);
            JobView waiting = queue.find(command.id()).orElseThrow();
            audit.append(AuditEntry.by(viewer, "job.retry", command.id(), clock.instant()).with("kind", waiting.kind()));
            return waiting;
        });
    }

    static RefusedException notDead(JobQueue queue, JobId id) {
        return queue.find(id).isEmpty()
                ? Refusal.notFound()
                : new Refusal.Conflict("job-not-dead", "This job was not given up: it waits, or is at work.").thrown();
    }
}
