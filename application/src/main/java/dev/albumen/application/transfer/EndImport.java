package dev.albumen.application.transfer;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.UUID;

/** Ends an import that its owner no longer wants, or forgets one that is finished. What it has imported stays. */
public final class EndImport {

    private final Transactions transactions;
    private final ArchiveImports imports;
    private final StorageQuota quota;
    private final BlobStore blobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    EndImport(
            Transactions transactions, ArchiveImports imports, StorageQuota quota, BlobStore blobs, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.quota = quota;
        this.blobs = blobs;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(UUID id) {}

    public void handle(Viewer viewer, Command command) {
        viewer.member();
        transactions.writing(() -> {
            ArchiveImport found = imports.find(command.id()).orElseThrow(Refusal::notFound);
            found.requireOwner(viewer);
            // In the order in which a step takes them, so that neither waits for the other.
            quota.giveUp(found.reservation());
            if (!imports.remove(found.id())) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "import.end", found.id(), clock.instant()));
        });
        // Once no step can be noted down any more.
        blobs.delete(BlobKey.imported(command.id()));
    }
}
