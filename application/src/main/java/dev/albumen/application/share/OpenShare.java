package dev.albumen.application.share;

import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens a link for a visitor who is within it. {@link VisitShare} is for whoever comes to the link itself. */
public final class OpenShare {

    private final ShareViews views;
    private final ShareVisits visits;
    private final InstantSource clock;

    public OpenShare(ShareViews views, ShareVisits visits, InstantSource clock) {
        this.views = views;
        this.visits = visits;
        this.clock = clock;
    }

    public record Query(Knock knock) {}

    /** @param holder the visitor, with what the link grants */
    public record Open(ShareViews.Opened share, Viewer.LinkHolder holder) {}

    /** Whoever asks: through a link everybody is a visitor. */
    public Open handle(Viewer viewer, Query query) {
        ShareViews.Opened share = views.open(query.knock().key()).orElseThrow(Refusal::notFound);
        return new Open(share, open(share.facts(), query.knock().visit()));
    }

    private Viewer.LinkHolder open(ShareAccess.Facts facts, @Nullable String visit) {
        return ShareAccess.open(facts, visits.proven(facts.link(), visit), clock.instant());
    }
}
