package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Lists the viewer's links. */
public final class ListShares {

    private final ShareViews views;
    private final Secrets secrets;
    private final InstantSource clock;

    public ListShares(ShareViews views, Secrets secrets, InstantSource clock) {
        this.views = views;
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Query(ShareViews.Search search, PageRequest page) {}

    public Page<OwnedShare> handle(Viewer viewer, Query query) {
        Instant now = clock.instant();
        return views.list(viewer.member().userId(), query.search(), query.page(), now)
                .map(found -> OwnedShare.of(secrets, viewer, found.link(), found.used(), now));
    }
}
