package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.GroupMembers;
import dev.albumen.application.user.Groups;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import dev.albumen.domain.user.GroupAccess;
import java.time.Instant;
import java.time.InstantSource;

/** Makes all who are in a group members of an album, or changes their role. */
public final class SetAlbumGroup {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumGroups albumGroups;
    private final Groups groups;
    private final GroupMembers groupMembers;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SetAlbumGroup(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumGroups albumGroups, Groups groups,
            GroupMembers groupMembers, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.albumGroups = albumGroups;
        this.groups = groups;
        this.groupMembers = groupMembers;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(AlbumId id, GroupId group, AlbumRole role) {}

    public void handle(Viewer viewer, Command command) {
        UserId user = viewer.member().userId();
        transactions.writing(() -> {
            Album album = require(viewer, command);
            Group group = groups.find(command.group()).orElseThrow(Refusal::notFound);
            GroupAccess.requireSeeing(viewer, group, groupMembers.holds(group.id(), user));
            requireSameOwner(album, group);
            Instant now = clock.instant();
            if (!albumGroups.put(album.id(), group.id(), command.role(), now)) {
                throw Refusal.notFound();
            }
            // Putting waits for whoever is handing the album over, so this sees whose it is now.
            requireSameOwner(require(viewer, command), group);
            audit.append(AuditEntry.by(viewer, "album.set-group", album.id(), now).with("group", group.id()));
        });
    }

    /** Who comes into a group sees its albums, and who that is, only an album's owner says for good. */
    private Album require(Viewer viewer, Command command) {
        find.require(viewer, command.id(), AlbumAction.MANAGE_MEMBERS);
        return find.require(viewer, command.id(), AlbumAction.SHARE);
    }

    private static void requireSameOwner(Album album, Group group) {
        if (!group.ownerId().equals(album.ownerId())) {
            throw new Refusal.Conflict("group-of-another", "An album has only groups that its owner has made.").thrown();
        }
    }
}
