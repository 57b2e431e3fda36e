package dev.albumen.application.share;

import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Lets a visitor into a link, and counts them. Who has a visit already is not counted again. */
public final class VisitShare {

    private final ShareViews views;
    private final ShareVisits visits;
    private final ViewCount count;
    private final InstantSource clock;

    public VisitShare(ShareViews views, ShareVisits visits, ViewCount count, InstantSource clock) {
        this.views = views;
        this.visits = visits;
        this.count = count;
        this.clock = clock;
    }

    public record Query(Knock knock, ShareTraffic.Guest guest) {}

    /** @param begun whether the visit is a new one */
    public record Visited(OpenShare.Open open, ShareVisits.Visit visit, boolean begun) {}

    /** Whoever asks: through a link everybody is a visitor. */
    public Visited handle(Viewer viewer, Query query) {
        ShareViews.Opened share = views.open(query.knock().key()).orElseThrow(Refusal::notFound);
        ShareLink link = share.facts().link();
        ShareVisits.Visit visit = visits.current(link, query.knock().visit());
        Integer proven = visit == null ? null : Integer.valueOf(visit.passwordVersion());
        OpenShare.Open open = new OpenShare.Open(share, ShareAccess.admit(share.facts(), proven, clock.instant()));
        if (visit != null) {
            return new Visited(open, visit, false);
        }
        count.add(link, query.guest());
        return new Visited(open, visits.begin(link), true);
    }
}
