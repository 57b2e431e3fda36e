package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Ends an upload that its owner no longer wants, and gives its bytes back. */
public final class AbortUpload {

    private final Transactions transactions;
    private final Uploads uploads;
    private final StorageQuota quota;
    private final UploadBytes bytes;
    private final AuditTrail audit;
    private final InstantSource clock;

    public AbortUpload(
            Transactions transactions, Uploads uploads, StorageQuota quota, UploadBytes bytes, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.quota = quota;
        this.bytes = bytes;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(UploadId id) {}

    public void handle(Viewer viewer, Command command) {
        viewer.member();
        transactions.writing(() -> {
            Upload upload = uploads.lock(command.id()).orElseThrow(Refusal::notFound);
            upload.requireOwner(viewer);
            if (upload.result() != null) {
                throw new Refusal.Conflict("upload-completed", "This upload is completed already. Delete its image.").thrown();
            }
            uploads.remove(upload.id());
            quota.giveUp(upload.reservation());
            audit.append(AuditEntry.by(viewer, "upload.abort", upload.id(), clock.instant()));
        });
        // Once nobody can complete it any more.
        bytes.remove(command.id());
    }
}
