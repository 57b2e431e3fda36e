package dev.albumen.application.image;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Moves an image to the trash, where nobody but its owner sees it. */
public final class TrashImage {

    private final Transactions transactions;
    private final FindImage find;
    private final Images images;
    private final AuditTrail audit;
    private final InstantSource clock;

    public TrashImage(Transactions transactions, Images images, ImageViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindImage(images, views);
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(ImageId id, Optional<Long> expected) {}

    /** One that is in the trash already stays there, and nothing changes. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Image image = find.require(viewer, command.id(), ImageAction.DELETE);
            Stale.unless(command.expected(), image.version());
            if (!image.trashed()) {
                Instant now = clock.instant();
                images.save(image.trashed(now));
                audit.append(AuditEntry.by(viewer, "image.trash", image.id(), now));
            }
        });
    }
}
