package dev.albumen.application.integrity;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;
import java.util.Optional;

/** Has all rows compared with all blobs. One such check is under way at a time. */
public final class StartStorageCheck {

    private final Transactions transactions;
    private final StorageChecks checks;
    private final StoredContents contents;
    private final Jobs jobs;
    private final Ids ids;
    private final AuditTrail audit;
    private final InstantSource clock;

    public StartStorageCheck(
            Transactions transactions, StorageChecks checks, StoredContents contents, Jobs jobs, Ids ids, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.checks = checks;
        this.contents = contents;
        this.jobs = jobs;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param repairs whether renditions that are missing are made anew */
    public record Command(boolean repairs) {}

    /** The check as it begins; where one is under way, that one, which goes on even if the job was given up that did it. */
    public StorageCheck handle(Viewer viewer, Command command) {
        Viewer.Member member = UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        return transactions.write(() -> {
            StorageCheck check = going(command).orElseGet(() -> begun(member, command));
            jobs.enqueueOnce(new Job.VerifyStorage(check.id()));
            audit.append(AuditEntry.by(viewer, "storage.verify", check.id(), clock.instant()).with("repair", command.repairs()));
            return check;
        });
    }

    private Optional<StorageCheck> going(Command command) {
        Optional<StorageCheck> going = checks.latest().filter(check -> !check.finished());
        if (going.filter(check -> check.repairs() != command.repairs()).isPresent()) {
            throw running();
        }
        return going;
    }

    private StorageCheck begun(Viewer.Member member, Command command) {
        StorageCheck check = StorageCheck.begin(
                ids.next(), command.repairs(), member.userId(), contents.count(), clock.instant());
        if (!checks.begin(check)) {
            throw running();
        }
        return check;
    }

    private static RefusedException running() {
        return new Refusal.Conflict("storage-check-running", "The storage is being verified already, in another way.").thrown();
    }
}
