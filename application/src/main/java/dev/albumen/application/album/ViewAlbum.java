package dev.albumen.application.album;

import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Shows one album. */
public final class ViewAlbum {

    private final AlbumViews views;

    public ViewAlbum(AlbumViews views) {
        this.views = views;
    }

    public record Query(AlbumId id) {}

    public AlbumView handle(Viewer viewer, Query query) {
        return views.find(viewer, query.id()).orElseThrow(Refusal::notFound).shownTo(viewer);
    }
}
