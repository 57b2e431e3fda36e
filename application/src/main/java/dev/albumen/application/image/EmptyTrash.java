package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;

/** Removes everything in the viewer's trash for good, some images at a time. */
public final class EmptyTrash {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Images images;
    private final StorageQuota quota;
    private final AuditTrail audit;
    private final InstantSource clock;

    public EmptyTrash(Transactions transactions, Images images, StorageQuota quota, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.quota = quota;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command() {}

    /** How many images went. */
    public int handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        int purged = 0;
        int batch;
        do {
            batch = transactions.write(() -> purge(viewer, images.trashOf(owner, BATCH)));
            purged += batch;
        } while (batch == BATCH);
        return purged;
    }

    private int purge(Viewer viewer, List<Image> trash) {
        for (Image image : trash) {
            quota.release(image.ownerId(), image.byteSize());
            images.delete(image.id());
            audit.append(AuditEntry.by(viewer, "image.purge", image.id(), clock.instant()));
        }
        return trash.size();
    }
}
