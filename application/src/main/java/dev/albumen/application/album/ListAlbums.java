package dev.albumen.application.album;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists a user's albums. */
public final class ListAlbums {

    private final AlbumViews views;

    public ListAlbums(AlbumViews views) {
        this.views = views;
    }

    public record Query(AlbumViews.Search search, PageRequest page) {}

    public Page<AlbumView> handle(Viewer viewer, Query query) {
        return views.list(viewer.member(), query.search(), query.page()).map(view -> view.shownTo(viewer));
    }
}
