package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import java.time.Instant;
import java.time.InstantSource;

/** Says as a moderator that nothing is wrong with an image. */
public final class ClearReview {

    private final Transactions transactions;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ClearReview(Transactions transactions, Reviews reviews, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** Refuses where the image is not to be looked at. */
    public void handle(Viewer viewer, Command command) {
        Viewer.Member moderator = UserAccess.mayActAs(viewer, Role.MODERATOR);
        transactions.writing(() -> {
            Instant now = clock.instant();
            if (!reviews.clear(command.id(), moderator.userId(), now)) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "image.clear-review", command.id(), now));
        });
    }
}
