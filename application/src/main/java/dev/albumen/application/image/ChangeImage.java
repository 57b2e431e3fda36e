package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what is said about an image. */
public final class ChangeImage {

    private final Transactions transactions;
    private final FindImage find;
    private final Images images;
    private final ImageViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeImage(Transactions transactions, Images images, ImageViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindImage(images, views);
        this.images = images;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(ImageId id, Image.Patch patch, Optional<Long> expected) {}

    public ImageView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Image image = find.require(viewer, command.id(), ImageAction.CHANGE);
            Stale.unless(command.expected(), image.version());
            Instant now = clock.instant();
            images.save(image.changed(command.patch(), now));
            audit.append(AuditEntry.by(viewer, "image.change", image.id(), now));
            return views.find(viewer, image.id()).orElseThrow(Refusal::notFound).shownTo(viewer);
        });
    }
}
