package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Lists the viewer's links. */
public final class ListShares {

    private final ShareViews views;
    private final OwnedShares shown;
    private final InstantSource clock;

    public ListShares(ShareViews views, OwnedShares shown, InstantSource clock) {
        this.views = views;
        this.shown = shown;
        this.clock = clock;
    }

    public record Query(ShareViews.Search search, PageRequest page) {}

    public Page<OwnedShare> handle(Viewer viewer, Query query) {
        return shown.of(viewer, views.list(viewer.member().userId(), query.search(), query.page(), clock.instant()));
    }
}
