package dev.albumen.application.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's own categories. */
public final class ListCategories {

    private final CategoryViews views;

    public ListCategories(CategoryViews views) {
        this.views = views;
    }

    public record Query(PageRequest page) {}

    public Page<CategoryViews.CategoryView> handle(Viewer viewer, Query query) {
        return views.list(viewer.member().userId(), query.page());
    }
}
