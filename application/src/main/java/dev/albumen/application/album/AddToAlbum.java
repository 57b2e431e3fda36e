package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts images at an album's end, each with an outcome of its own. */
public final class AddToAlbum {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumImages images;
    private final ImageViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public AddToAlbum(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumImages images, ImageViews views,
            AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.images = images;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param images 1 to 500 */
    public record Command(AlbumId id, List<ImageId> images) {
        public Command {
            images = List.copyOf(images);
            Outcome.requireBatch(images);
        }
    }

    /** One outcome for each image, in the order they were named. One that was there already is a success. */
    public List<Outcome> handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            find.require(viewer, command.id(), AlbumAction.CONTRIBUTE);
            Map<ImageId, ImageAccess.Facts> facts = views.facts(viewer, Set.copyOf(command.images()));
            List<Outcome> outcomes = command.images().stream().map(id -> Outcome.of(id, () -> {
                ImageAccess.Facts image = Optional.ofNullable(facts.get(id)).orElseThrow(Refusal::notFound);
                ImageAccess.require(viewer, image, ImageAction.PLACE);
                if (image.trashed()) {
                    throw new Refusal.Conflict("image-in-trash", "This image is in the trash. Restore it first.").thrown();
                }
            })).toList();
            List<ImageId> fine = outcomes.stream().filter(Outcome::fine).map(Outcome::imageId).distinct().toList();
            Instant now = clock.instant();
            if (!images.append(command.id(), fine, viewer.member().userId(), now).isEmpty()) {
                audit.append(AuditEntry.by(viewer, "album.add-images", command.id(), now));
            }
            return outcomes;
        });
    }
}
