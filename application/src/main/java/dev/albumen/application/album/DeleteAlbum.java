package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes an album, and those in it where that is asked for. Images stay. */
public final class DeleteAlbum {

    private final Transactions transactions;
    private final FindAlbum find;
    private final Albums albums;
    private final AlbumTree tree;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteAlbum(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumTree tree, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.albums = albums;
        this.tree = tree;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param withAlbums whether the albums that lie in it go too; else one that holds albums stays
     * @param expected the version that the caller means; empty for any
     */
    public record Command(AlbumId id, boolean withAlbums, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            // Changing is asked first so that the owner of a master album hears why it stays, and not that it is not theirs.
            find.require(viewer, command.id(), AlbumAction.CHANGE).requireDeletable();
            Album album = find.require(viewer, command.id(), AlbumAction.DELETE);
            Stale.unless(command.expected(), album.version());
            tree.lock(album.ownerId());
            // It may have been handed over while this waited.
            find.require(viewer, command.id(), AlbumAction.DELETE);
            if (!command.withAlbums() && tree.height(album.id()) > 1) {
                throw new Refusal.Conflict("album-holds-albums",
                        "There are albums in this one. Say albums=delete to delete them with it.").thrown();
            }
            albums.delete(album.id());
            audit.append(AuditEntry.by(viewer, "album.delete", album.id(), clock.instant()));
        });
    }
}
