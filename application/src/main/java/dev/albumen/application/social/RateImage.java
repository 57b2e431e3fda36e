package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Stars;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps the viewer's own rating of an image. */
public final class RateImage {

    private final Transactions transactions;
    private final SeenImage seen;
    private final Ratings ratings;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RateImage(Transactions transactions, ImageViews images, Ratings ratings, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.seen = new SeenImage(images);
        this.ratings = ratings;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id, Stars stars) {}

    /** The same rating again changes nothing. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Viewer.Member member = seen.require(viewer, command.id(), ImageAction.RATE);
            Instant now = clock.instant();
            if (ratings.put(member.userId(), command.id(), command.stars(), now)) {
                audit.append(AuditEntry.by(viewer, "image.rate", command.id(), now).with("stars", command.stars().count()));
            }
        });
    }
}
