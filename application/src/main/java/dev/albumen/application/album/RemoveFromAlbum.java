package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes images out of an album, each with an outcome of its own. The images themselves stay. */
public final class RemoveFromAlbum {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumImages images;
    private final ImageViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RemoveFromAlbum(
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

    /** One outcome for each image, in the order they were named. One that was not there is a success. */
    public List<Outcome> handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Album album = find.require(viewer, command.id(), AlbumAction.CONTRIBUTE);
            boolean anybodys = mayChange(viewer, command.id());
            Map<ImageId, ImageAccess.Facts> facts = new HashMap<>(views.facts(viewer, Set.copyOf(command.images())));
            // What a contributor cannot see is to them as what does not exist, and stays.
            facts.values().removeIf(image -> !anybodys && !ImageAccess.allowed(viewer, image).contains(ImageAction.VIEW));
            List<Outcome> outcomes = command.images().stream().map(id -> Outcome.of(id, () -> {
                ImageAccess.Facts image = facts.get(id);
                if (image == null) {
                    return; // not there, which is what was asked for
                }
                if (!anybodys) {
                    ImageAccess.require(viewer, image, ImageAction.PLACE);
                }
                album.requireRemovable(image.ownerId());
            })).toList();
            List<ImageId> fine = outcomes.stream().filter(Outcome::fine).map(Outcome::imageId)
                    .filter(facts::containsKey).distinct().toList();
            if (!images.remove(command.id(), fine).isEmpty()) {
                audit.append(AuditEntry.by(viewer, "album.remove-images", command.id(), clock.instant()));
            }
            return outcomes;
        });
    }

    private boolean mayChange(Viewer viewer, AlbumId id) {
        try {
            find.require(viewer, id, AlbumAction.CHANGE);
            return true;
        } catch (RefusedException contributor) {
            return false;
        }
    }
}
