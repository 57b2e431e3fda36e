package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Takes the viewer's own rating from an image. */
public final class UnrateImage {

    private final Transactions transactions;
    private final SeenImage seen;
    private final Ratings ratings;
    private final AuditTrail audit;
    private final InstantSource clock;

    public UnrateImage(Transactions transactions, ImageViews images, Ratings ratings, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.seen = new SeenImage(images);
        this.ratings = ratings;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** One that is not rated is no error. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Viewer.Member member = seen.require(viewer, command.id(), ImageAction.RATE);
            Instant now = clock.instant();
            if (ratings.remove(member.userId(), command.id())) {
                audit.append(AuditEntry.by(viewer, "image.unrate", command.id(), now));
            }
        });
    }
}
