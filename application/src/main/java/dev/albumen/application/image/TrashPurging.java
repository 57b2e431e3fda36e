package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;

/** Removes images from the trash for good and gives their bytes back, in the caller's transaction. */
final class TrashPurging {

    private final Images images;
    private final StorageQuota quota;
    private final AuditTrail audit;

    TrashPurging(Images images, StorageQuota quota, AuditTrail audit) {
        this.images = images;
        this.quota = quota;
        this.audit = audit;
    }

    /** Purges those that are in the trash still. Returns how many went. */
    int purge(Viewer viewer, List<Image> trash, String action, Instant now) {
        // All rows go before any quota is touched, so that two who purge the same images never wait for each other crosswise.
        List<Image> gone = trash.stream().filter(image -> images.purge(image.id())).toList();
        for (Image image : gone) {
            quota.release(image.ownerId(), image.byteSize());
            audit.append(AuditEntry.by(viewer, action, image.id(), now));
        }
        return gone.size();
    }
}
