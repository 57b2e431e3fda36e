package dev.albumen.application.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;

/** Decides whether an album may lie in another. */
final class AlbumPlacing {

    private final FindAlbum find;
    private final AlbumTree tree;

    AlbumPlacing(Albums albums, AlbumMembers members, AlbumTree tree) {
        this.find = new FindAlbum(albums, members);
        this.tree = tree;
    }

    /**
     * Refuses where it may not, and has it stay so until the transaction ends. Who sees the parent will see the album, so
     * this takes whoever may say that of both.
     */
    void require(Viewer viewer, Album album, AlbumId parentId) {
        tree.lock(album.ownerId());
        Album parent = find.require(viewer, parentId, AlbumAction.SHARE);
        album.requireFits(parent, tree.path(parentId), Math.max(tree.height(album.id()), 1));
    }
}
