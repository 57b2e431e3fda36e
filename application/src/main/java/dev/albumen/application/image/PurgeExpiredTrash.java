package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Removes for good what has been in the trash for 30 days. */
public final class PurgeExpiredTrash {

    /** How long the trash keeps an image. */
    public static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Images images;
    private final StorageQuota quota;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PurgeExpiredTrash(
            Transactions transactions, Images images, StorageQuota quota, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.quota = quota;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command() {}

    /** How many images went. */
    public int handle(Viewer viewer, Command command) {
        int purged = 0;
        int batch;
        do {
            batch = transactions.write(() -> purge(viewer));
            purged += batch;
        } while (batch == BATCH);
        return purged;
    }

    private int purge(Viewer viewer) {
        Instant now = clock.instant();
        List<Image> due = images.trashedBefore(now.minus(KEPT), BATCH);
        for (Image image : due) {
            quota.release(image.ownerId(), image.byteSize());
            images.delete(image.id());
            audit.append(AuditEntry.by(viewer, "image.expire", image.id(), now));
        }
        return due.size();
    }
}
