package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;

/** Lists an album's groups, to those who look after its members. */
public final class ListAlbumGroups {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumGroups groups;

    public ListAlbumGroups(Transactions transactions, Albums albums, AlbumMembers members, AlbumGroups groups) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.groups = groups;
    }

    public record Query(AlbumId id) {}

    public List<AlbumGroups.Belonging> handle(Viewer viewer, Query query) {
        viewer.member();
        return transactions.read(() -> {
            find.require(viewer, query.id(), AlbumAction.MANAGE_MEMBERS);
            return groups.list(query.id());
        });
    }
}
