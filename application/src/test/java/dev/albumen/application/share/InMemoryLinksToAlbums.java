package dev.albumen.application.share;

import dev.albumen.application.album.AlbumTree;
import dev.albumen.application.album.LinksToAlbums;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import java.util.List;

/** Ends links that are kept in memory. */
public final class InMemoryLinksToAlbums implements LinksToAlbums {

    private final InMemoryShareLinks links;
    private final AlbumTree tree;

    public InMemoryLinksToAlbums(InMemoryShareLinks links, AlbumTree tree) {
        this.links = links;
        this.tree = tree;
    }

    @Override
    public int end(AlbumId album) {
        List<AlbumId> within = tree.within(album);
        List<ShareLink> ended = links.all().stream()
                .filter(link -> link.resource().album().filter(within::contains).isPresent()).toList();
        ended.forEach(link -> links.delete(link.id()));
        return ended.size();
    }
}
