package dev.albumen.application.album;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Lists everybody's public albums, for everybody. */
public final class BrowseCatalogue {

    private final AlbumViews views;

    public BrowseCatalogue(AlbumViews views) {
        this.views = views;
    }

    /** @param words parts of the title or description; {@code null} for all */
    public record Query(@Nullable String words, PageRequest page) {}

    public Page<AlbumView> handle(Viewer viewer, Query query) {
        return views.catalogue(viewer, query.words(), query.page()).map(view -> view.shownTo(viewer));
    }
}
