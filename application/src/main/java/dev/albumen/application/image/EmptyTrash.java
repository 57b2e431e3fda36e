package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Removes everything in the viewer's trash for good, some images at a time. */
public final class EmptyTrash {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Images images;
    private final TrashPurging purging;
    private final InstantSource clock;

    public EmptyTrash(Transactions transactions, Images images, StorageQuota quota, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.purging = new TrashPurging(images, quota, audit);
        this.clock = clock;
    }

    public record Command() {}

    /** How many images went. */
    public int handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        int purged = 0;
        int batch;
        do {
            batch = transactions.write(() ->
                    purging.purge(viewer, images.trashOf(owner, BATCH), "image.purge", clock.instant()));
            purged += batch;
        } while (batch > 0);
        return purged;
    }
}
