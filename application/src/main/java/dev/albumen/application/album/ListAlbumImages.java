package dev.albumen.application.album;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Lists what an album shows the viewer, in the album's order or another. */
public final class ListAlbumImages {

    private final AlbumViews views;

    public ListAlbumImages(AlbumViews views) {
        this.views = views;
    }

    /** @param sort {@code null} for the album's own */
    public record Query(AlbumId id, @Nullable AlbumSort sort, PageRequest page) {}

    public Page<ImageView> handle(Viewer viewer, Query query) {
        Album album = views.find(viewer, query.id()).orElseThrow(Refusal::notFound).album();
        AlbumSort sort = query.sort() == null ? album.sort() : query.sort();
        return views.images(viewer, album.id(), sort, query.page()).map(view -> view.shownTo(viewer));
    }
}
