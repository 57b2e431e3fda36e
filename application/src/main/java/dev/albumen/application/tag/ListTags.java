package dev.albumen.application.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagSource;
import org.jspecify.annotations.Nullable;

/** Lists the viewer's own tags. */
public final class ListTags {

    private final TagViews views;

    public ListTags(TagViews views) {
        this.views = views;
    }

    /**
     * @param words a part of the name; {@code null} for all
     * @param source only tags that an image has from this source; {@code null} for all
     */
    public record Query(@Nullable String words, @Nullable TagSource source, PageRequest page) {}

    public Page<TagViews.TagView> handle(Viewer viewer, Query query) {
        return views.list(viewer.member().userId(), query.words(), query.source(), query.page());
    }
}
