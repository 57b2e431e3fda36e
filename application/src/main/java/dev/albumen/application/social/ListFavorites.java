package dev.albumen.application.social;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's favourites. */
public final class ListFavorites {

    private final ImageViews views;

    public ListFavorites(ImageViews views) {
        this.views = views;
    }

    public record Query(PageRequest page) {}

    public Page<ImageView> handle(Viewer viewer, Query query) {
        return views.favorites(viewer.member(), query.page()).map(view -> view.shownTo(viewer));
    }
}
