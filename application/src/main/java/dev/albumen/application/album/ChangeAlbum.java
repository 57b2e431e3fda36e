package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Changes an album's texts, visibility, order or cover, or puts it into another album. */
public final class ChangeAlbum {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumPlacing placing;
    private final Albums albums;
    private final AlbumImages images;
    private final AlbumFilling filling;
    private final AlbumViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeAlbum(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumTree tree, AlbumImages images,
            AlbumFilling filling, AlbumViews views, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.placing = new AlbumPlacing(albums, members, tree);
        this.albums = albums;
        this.images = images;
        this.filling = filling;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(AlbumId id, Album.Patch patch, Optional<Long> expected) {}

    public AlbumView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Album album = find.require(viewer, command.id(), AlbumAction.CHANGE);
            Stale.unless(command.expected(), album.version());
            requireOwnNotes(viewer, command, album);
            requireOwnVisibility(viewer, command, album);
            requireOwnMark(viewer, command, album);
            requireCoverWithin(command);
            requireOwnPlace(viewer, command, album);
            Instant now = clock.instant();
            Album changed = album.changed(command.patch(), now);
            boolean anew = !Objects.equals(changed.searchId(), album.searchId());
            if (anew) {
                requireOwnSearch(viewer, changed);
            }
            albums.save(changed);
            if (anew && changed.searchId() != null) {
                filling.fill(changed, now);
            }
            audit.append(AuditEntry.by(viewer, "album.change", album.id(), now));
            return views.find(viewer, album.id()).orElseThrow(Refusal::notFound).shownTo(viewer);
        });
    }

    private void requireOwnNotes(Viewer viewer, Command command, Album album) {
        if (!(command.patch().notes() instanceof Change.Keep<String>)) {
            find.require(viewer, album.id(), AlbumAction.READ_NOTES);
        }
    }

    /** A manager looks after an album; whom it is shown to is its owner's to say. */
    private void requireOwnVisibility(Viewer viewer, Command command, Album album) {
        if (command.patch().visibility().orKeep(album.visibility(), Visibility.PRIVATE) != album.visibility()) {
            find.require(viewer, album.id(), AlbumAction.SHARE);
        }
    }

    /** Without the mark, whoever sees the album's images gets their originals too, its managers among them. */
    private void requireOwnMark(Viewer viewer, Command command, Album album) {
        if (command.patch().watermark().orKeep(album.watermark(), false) != album.watermark()) {
            find.require(viewer, album.id(), AlbumAction.SHARE);
        }
    }

    /** Whoever sees the album that holds it sees it too, which is its owner's to say. */
    private void requireOwnPlace(Viewer viewer, Command command, Album album) {
        AlbumId parent = command.patch().parentId().orKeep(album.parentId(), null);
        if (!Objects.equals(parent, album.parentId())) {
            find.require(viewer, album.id(), AlbumAction.SHARE);
            placing.require(viewer, album, parent);
        }
    }

    /** What is in it, and so what is shown to others, is its owner's to say. */
    private void requireOwnSearch(Viewer viewer, Album changed) {
        find.require(viewer, changed.id(), AlbumAction.SHARE);
        if (changed.searchId() != null) {
            filling.requireFits(changed);
        }
    }

    private void requireCoverWithin(Command command) {
        if (command.patch().coverImageId() instanceof Change.To<ImageId>(ImageId cover)
                && !images.contains(command.id(), cover)) {
            throw Refusal.invalid("/coverImageId", "not-in-album", "The cover is one of the album's own images.");
        }
    }
}
