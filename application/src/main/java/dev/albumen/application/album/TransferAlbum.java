package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Users;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Hands an album, with those in it, to one of its members. Images stay their owners', and who handed it over stays a
 * manager of it.
 */
public final class TransferAlbum {

    private final Transactions transactions;
    private final FindAlbum find;
    private final Albums albums;
    private final AlbumMembers members;
    private final AlbumGroups groups;
    private final AlbumTree tree;
    private final LinksToAlbums links;
    private final AlbumViews views;
    private final Users users;
    private final AuditTrail audit;
    private final InstantSource clock;

    public TransferAlbum(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumGroups groups, AlbumTree tree, LinksToAlbums links,
            AlbumViews views, Users users, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.albums = albums;
        this.members = members;
        this.groups = groups;
        this.tree = tree;
        this.links = links;
        this.views = views;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param owner who is to have it, a member of the album itself
     * @param endingLinks whether its links go; else an album with links stays
     * @param expected the version that the caller means; empty for any
     */
    public record Command(AlbumId id, UserId owner, boolean endingLinks, Optional<Long> expected) {}

    /** The album as its former owner sees it. */
    public AlbumView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            find.require(viewer, command.id(), AlbumAction.CHANGE).requireTransferable();
            UserId former = find.require(viewer, command.id(), AlbumAction.TRANSFER).ownerId();
            tree.lock(former);
            // What it was before this waited may be over.
            Album album = find.require(viewer, command.id(), AlbumAction.TRANSFER);
            Stale.unless(command.expected(), album.version());
            requireReady(album, command.owner());
            hand(album, command.owner());
            endLinks(command);
            Instant now = clock.instant();
            members.put(album.id(), album.ownerId(), AlbumRole.MANAGER, now);
            audit.append(AuditEntry.by(viewer, "album.transfer", album.id(), now)
                    .with("from", album.ownerId()).with("to", command.owner()));
            return views.find(viewer, album.id()).orElseThrow(Refusal::notFound).shownTo(viewer);
        });
    }

    /** A member has the album in their list already, so that nobody is given what they could not leave before. */
    private void requireReady(Album album, UserId owner) {
        if (owner.equals(album.ownerId())) {
            throw new Refusal.Conflict("member-is-owner", "The album is theirs already.").thrown();
        }
        boolean active = users.find(owner).filter(User::active).isPresent();
        if (!members.remove(album.id(), owner) || !active) {
            throw new Refusal.Conflict("new-owner-no-member",
                    "An album is handed over to one of its members. Make them one first.").thrown();
        }
    }

    private void hand(Album album, UserId owner) {
        Instant now = clock.instant();
        for (AlbumId id : tree.within(album.id())) {
            members.remove(id, owner);
            albums.save(albums.find(id).orElseThrow(Refusal::notFound).handedTo(owner, now));
            // Who is in them is the former owner's to say.
            groups.clear(id);
        }
    }

    /** What clients chose and sent by a link, and who they are, is not for the new owner. */
    private void endLinks(Command command) {
        if (links.end(command.id()) > 0 && !command.endingLinks()) {
            throw new Refusal.Conflict("album-has-links",
                    "There are links to this album or to one in it. Say links=delete to delete them with all that came by them.").thrown();
        }
    }
}
