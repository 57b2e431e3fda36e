package dev.albumen.application.transfer;

import dev.albumen.application.job.Lease;
import dev.albumen.application.transfer.ArchiveImport.Tally;
import dev.albumen.application.user.StorageQuota;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the books of one import, for as long as one try of its job has it: each step in the step's own transaction. */
final class ImportBooks {

    private final ArchiveImports imports;
    private final StorageQuota quota;
    private final Lease lease;
    private final InstantSource clock;
    /** As it is kept. */
    private ArchiveImport kept;
    /** As the transaction under way leaves it. */
    private ArchiveImport next;

    ImportBooks(ArchiveImports imports, StorageQuota quota, Lease lease, InstantSource clock, ArchiveImport begun) {
        this.imports = imports;
        this.quota = quota;
        this.lease = lease;
        this.clock = clock;
        this.kept = begun;
        this.next = begun;
    }

    /** Somebody has ended the import: what is under way is to roll back. */
    static final class EndedException extends RuntimeException {
        EndedException() {
            super("the import has ended", null, false, false);
        }
    }

    ArchiveImport kept() {
        return kept;
    }

    /** Goes on only where this try still has the job. */
    void hold() {
        lease.hold();
    }

    /** Goes on only where this try still has the job, and gives back what is held for the step. */
    void begin(ImportStep step) {
        lease.hold();
        if (step.reservedBytes() > 0) {
            quota.giveUpPart(kept.reservation(), step.reservedBytes());
        }
    }

    /** Notes down how a step ended, at the end of its transaction. */
    void note(Tally more, List<LeftEntry> leftOut) {
        save(kept.further(more, clock.instant()), leftOut);
    }

    /** Notes down the end, in a transaction of its own. */
    void end(@Nullable String why) {
        lease.hold();
        quota.giveUp(kept.reservation());
        save(kept.ended(why, clock.instant()), List.of());
    }

    private void save(ArchiveImport changed, List<LeftEntry> leftOut) {
        if (!imports.save(changed, leftOut)) {
            throw new EndedException();
        }
        next = changed;
    }

    /** After the transaction has lasted. */
    void lasted() {
        kept = next;
    }
}
