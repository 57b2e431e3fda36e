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

/** Says that the viewer likes an image. */
public final class LikeImage {

    private final Transactions transactions;
    private final SeenImage seen;
    private final Likes likes;
    private final AuditTrail audit;
    private final InstantSource clock;

    public LikeImage(Transactions transactions, ImageViews images, Likes likes, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.seen = new SeenImage(images);
        this.likes = likes;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** One that is liked already stays so. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Viewer.Member member = seen.require(viewer, command.id(), ImageAction.LIKE);
            Instant now = clock.instant();
            if (likes.add(member.userId(), command.id(), now)) {
                audit.append(AuditEntry.by(viewer, "image.like", command.id(), now));
            }
        });
    }
}
