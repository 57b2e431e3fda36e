package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;

/** Removes an image from the trash for good. Its bytes go when the next sweep finds that nobody else has them. */
public final class PurgeImage {

    private final Transactions transactions;
    private final FindImage find;
    private final TrashPurging purging;
    private final InstantSource clock;

    public PurgeImage(
            Transactions transactions, Images images, ImageViews views, StorageQuota quota, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindImage(images, views);
        this.purging = new TrashPurging(images, quota, audit);
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Image image = find.require(viewer, command.id(), ImageAction.DELETE);
            if (purging.purge(viewer, List.of(image), "image.purge", clock.instant()) == 0) {
                throw new Refusal.Conflict("image-not-in-trash", "Only what is in the trash can be removed for good.").thrown();
            }
        });
    }
}
