package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Takes an image from the viewer's favourites. */
public final class UnmarkFavorite {

    private final Transactions transactions;
    private final ImageViews images;
    private final Favorites favorites;
    private final AuditTrail audit;
    private final InstantSource clock;

    public UnmarkFavorite(
            Transactions transactions, ImageViews images, Favorites favorites, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.images = images;
        this.favorites = favorites;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ImageId id) {}

    /** One that is not there is no error. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Viewer.Member member = viewer.member();
            ImageAccess.Facts image = images.facts(viewer, Set.of(command.id())).get(command.id());
            ImageAccess.require(viewer, Optional.ofNullable(image).orElseThrow(Refusal::notFound), ImageAction.FAVORITE);
            if (favorites.remove(member.userId(), command.id())) {
                audit.append(AuditEntry.by(viewer, "image.unfavorite", command.id(), clock.instant()));
            }
        });
    }
}
