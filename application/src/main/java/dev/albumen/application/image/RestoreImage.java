package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Takes an image out of the trash, back to the albums, tags and links it had. */
public final class RestoreImage {

    private final Transactions transactions;
    private final FindImage find;
    private final Images images;
    private final ImageViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RestoreImage(Transactions transactions, Images images, ImageViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindImage(images, views);
        this.images = images;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    public ImageView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Image image = find.require(viewer, command.id(), ImageAction.DELETE);
            if (!image.trashed()) {
                throw new Refusal.Conflict("image-not-in-trash", "This image is not in the trash.").thrown();
            }
            Instant now = clock.instant();
            images.save(image.restored(now));
            audit.append(AuditEntry.by(viewer, "image.restore", image.id(), now));
            return views.find(viewer, image.id()).orElseThrow(Refusal::notFound).shownTo(viewer);
        });
    }
}
