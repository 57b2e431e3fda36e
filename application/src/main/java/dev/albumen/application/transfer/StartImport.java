package dev.albumen.application.transfer;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.user.QuotaTaking;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Looks through an archive, keeps it, reserves room for its pictures, and has them brought in. */
public final class StartImport {

    private final Transactions transactions;
    private final ArchiveImports imports;
    private final ImportPlanner planner;
    private final ImportLimits limits;
    private final BlobStore blobs;
    private final QuotaTaking taking;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    StartImport(
            Transactions transactions, ArchiveImports imports, ImportPlanner planner, ImportLimits limits, BlobStore blobs,
            StorageQuota quota, Jobs jobs, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.planner = planner;
        this.limits = limits;
        this.blobs = blobs;
        this.taking = new QuotaTaking(quota, audit);
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param archive as it was staged; the caller closes it */
    public record Command(StagingArea.StagedFile archive) {}

    /** The import as it begins. What is refused leaves nothing. */
    public ArchiveImport handle(Viewer viewer, Command command) {
        Viewer.Member member = viewer.member();
        transactions.read(() -> {
            requireFew(member, ImportLimits.MAX_GOING - 1);
            return member;
        });
        List<ImportStep> steps = steps(command.archive());
        Instant now = clock.instant();
        UUID id = ids.next();
        int found = (int) steps.stream().filter(ImportPlanner::isPicture).count();
        ArchiveImport begun = ArchiveImport.begin(id, member, command.archive().byteSize(), found, now);
        long bytes = steps.stream().mapToLong(ImportStep::reservedBytes).sum();
        // Before the row: a row is never without its archive. What a refusal leaves, the sweeper would find too.
        blobs.put(BlobKey.imported(id), command.archive().path());
        try {
            return transactions.write(() -> begun(member, begun, bytes));
        } catch (RuntimeException refused) {
            blobs.delete(BlobKey.imported(id));
            throw refused;
        }
    }

    private List<ImportStep> steps(StagingArea.StagedFile file) {
        try (SentArchive archive = SentArchive.open(file.path(), limits)) {
            return planner.steps(archive.files());
        }
    }

    private ArchiveImport begun(Viewer.Member member, ArchiveImport begun, long bytes) {
        taking.reserve(member, member.userId(), begun.reservation(), bytes, begun.createdAt());
        imports.add(begun);
        // After the reservation: whoever counts then holds the lock that every beginning takes.
        requireFew(member, ImportLimits.MAX_GOING);
        jobs.enqueue(new Job.ImportArchive(begun.id()));
        audit.append(AuditEntry.by(member, "import.begin", begun.id(), begun.createdAt()).with("pictures", begun.tally().found()));
        return begun;
    }

    private void requireFew(Viewer.Member member, int most) {
        if (imports.going(member.userId()) > most) {
            throw new Refusal.Conflict("too-many-imports",
                    "There may be " + ImportLimits.MAX_GOING + " imports at once. Wait for one of them, or end it.").thrown();
        }
    }
}
