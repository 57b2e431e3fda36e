package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Takes a group from an album. Whoever is in it stays a member only where something else makes them one. */
public final class RemoveAlbumGroup {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumGroups groups;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RemoveAlbumGroup(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumGroups groups, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(AlbumId id, GroupId group) {}

    public void handle(Viewer viewer, Command command) {
        viewer.member();
        transactions.writing(() -> {
            find.require(viewer, command.id(), AlbumAction.MANAGE_MEMBERS);
            if (groups.remove(command.id(), command.group())) {
                audit.append(AuditEntry.by(viewer, "album.remove-group", command.id(), clock.instant()).with("group", command.group()));
            }
        });
    }
}
