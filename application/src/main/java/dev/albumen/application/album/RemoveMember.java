package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Ends a membership. Members can end their own. */
public final class RemoveMember {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumMembers members;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RemoveMember(
            Transactions transactions, Albums albums, AlbumMembers members, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(AlbumId id, UserId user) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            boolean own = viewer.member().userId().equals(command.user());
            find.require(viewer, command.id(), own ? AlbumAction.VIEW : AlbumAction.MANAGE_MEMBERS);
            if (members.remove(command.id(), command.user())) {
                audit.append(AuditEntry.by(viewer, "album.remove-member", command.id(), clock.instant()));
            }
        });
    }
}
