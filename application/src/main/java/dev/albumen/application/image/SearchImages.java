package dev.albumen.application.image;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists images by words, tags, albums, dates and more. */
public final class SearchImages {

    private final ImageViews views;

    public SearchImages(ImageViews views) {
        this.views = views;
    }

    public record Query(ImageSearch search, PageRequest page) {}

    public Page<ImageView> handle(Viewer viewer, Query query) {
        return views.search(viewer.member(), query.search(), query.page()).map(view -> view.shownTo(viewer));
    }
}
