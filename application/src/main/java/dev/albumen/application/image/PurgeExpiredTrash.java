package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Removes for good what has been in the trash for 30 days. */
public final class PurgeExpiredTrash {

    /** How long the trash keeps an image. */
    public static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Images images;
    private final TrashPurging purging;
    private final InstantSource clock;

    public PurgeExpiredTrash(
            Transactions transactions, Images images, StorageQuota quota, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.purging = new TrashPurging(images, quota, audit);
        this.clock = clock;
    }

    public record Command() {}

    /** How many images went. */
    public int handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        int purged = 0;
        int batch;
        do {
            batch = transactions.write(() -> purge(viewer));
            purged += batch;
        } while (batch > 0);
        return purged;
    }

    private int purge(Viewer viewer) {
        Instant now = clock.instant();
        return purging.purge(viewer, images.trashedBefore(now.minus(KEPT), BATCH), "image.expire", now);
    }
}
