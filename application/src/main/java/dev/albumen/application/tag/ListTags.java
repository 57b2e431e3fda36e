package dev.albumen.application.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's own tags. */
public final class ListTags {

    private final TagViews views;

    public ListTags(TagViews views) {
        this.views = views;
    }

    public record Query(TagViews.Search search, PageRequest page) {}

    public Page<TagViews.TagView> handle(Viewer viewer, Query query) {
        return views.list(viewer.member().userId(), query.search(), query.page());
    }
}
