package dev.albumen.application.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

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
     * this takes whoever may say that of both. One that comes to lie in none waits for the others too, lest something be put
     * into it meanwhile that still counts as lying where it was.
     *
     * @param parentId {@code null} for none
     */
    void require(Viewer viewer, Album album, @Nullable AlbumId parentId) {
        tree.lock(album.ownerId());
        if (parentId == null) {
            return;
        }
        Album parent = find.require(viewer, parentId, AlbumAction.SHARE);
        album.requireFits(parent, tree.path(parentId), Math.max(tree.height(album.id()), 1));
    }
}
