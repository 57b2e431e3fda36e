package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;

/** Lists an album's members, to all of them. */
public final class ListMembers {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumMembers members;

    public ListMembers(Transactions transactions, Albums albums, AlbumMembers members) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.members = members;
    }

    public record Query(AlbumId id) {}

    public List<AlbumMembers.Membership> handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            UserId user = viewer.member().userId();
            if (members.role(query.id(), user).isEmpty()) {
                // Who an album's members are is nothing for the public.
                find.require(viewer, query.id(), AlbumAction.VIEW);
                find.require(viewer, query.id(), AlbumAction.CHANGE);
            }
            return members.list(query.id());
        });
    }
}
