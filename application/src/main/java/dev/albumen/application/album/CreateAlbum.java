package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Makes an album. */
public final class CreateAlbum {

    private final Transactions transactions;
    private final Albums albums;
    private final AlbumPlacing placing;
    private final AlbumFilling filling;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public CreateAlbum(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumTree tree, AlbumFilling filling, AuditTrail audit,
            Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.albums = albums;
        this.placing = new AlbumPlacing(albums, members, tree);
        this.filling = filling;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(Album.Draft draft) {}

    /** The new album, empty unless it holds what a search finds. */
    public AlbumView handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        Instant now = clock.instant();
        Album album = Album.drafted(new AlbumId(ids.next()), owner, command.draft(), now);
        return transactions.write(() -> {
            if (album.parentId() != null) {
                placing.require(viewer, album, album.parentId());
            }
            if (album.searchId() != null) {
                filling.requireFits(album);
            }
            albums.add(album);
            audit.append(AuditEntry.by(viewer, "album.create", album.id(), now));
            return new AlbumView(album, album.searchId() == null ? 0 : filling.fill(album, now), null);
        });
    }
}
