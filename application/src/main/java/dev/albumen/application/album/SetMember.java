package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a user a member of an album, or changes their role. */
public final class SetMember {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumMembers members;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SetMember(
            Transactions transactions, Albums albums, AlbumMembers members, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(AlbumId id, UserId user, AlbumRole role) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Album album = find.require(viewer, command.id(), AlbumAction.MANAGE_MEMBERS);
            if (command.user().equals(album.ownerId())) {
                throw new Refusal.Conflict("member-is-owner", "The owner needs no membership.").thrown();
            }
            Instant now = clock.instant();
            if (!members.put(command.id(), command.user(), command.role(), now)) {
                throw Refusal.notFound();
            }
            audit.append(AuditEntry.by(viewer, "album.set-member", command.id(), now));
        });
    }
}
