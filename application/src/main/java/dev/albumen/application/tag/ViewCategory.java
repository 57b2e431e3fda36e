package dev.albumen.application.tag;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.CategoryId;

/** Shows one of the viewer's own categories. */
public final class ViewCategory {

    private final CategoryViews views;

    public ViewCategory(CategoryViews views) {
        this.views = views;
    }

    public record Query(CategoryId id) {}

    public CategoryViews.CategoryView handle(Viewer viewer, Query query) {
        return views.find(viewer.member().userId(), query.id()).orElseThrow(Refusal::notFound);
    }
}
