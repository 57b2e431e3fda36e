package dev.albumen.application.image;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's trash. */
public final class ListTrash {

    private final ImageViews views;

    public ListTrash(ImageViews views) {
        this.views = views;
    }

    public record Query(PageRequest page) {}

    public Page<ImageView> handle(Viewer viewer, Query query) {
        return views.trash(viewer.member().userId(), query.page());
    }
}
