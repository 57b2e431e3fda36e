package dev.albumen.application.share;

import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens a link for a visitor. */
public final class OpenShare {

    private final ShareViews views;
    private final ShareUnlocks unlocks;
    private final InstantSource clock;

    public OpenShare(ShareViews views, ShareUnlocks unlocks, InstantSource clock) {
        this.views = views;
        this.unlocks = unlocks;
        this.clock = clock;
    }

    public record Query(Knock knock) {}

    /** @param holder the visitor, with what the link grants */
    public record Open(ShareViews.Opened share, Viewer.LinkHolder holder) {}

    /** Whoever asks: through a link everybody is a visitor. */
    public Open handle(Viewer viewer, Query query) {
        ShareViews.Opened share = views.open(query.knock().key()).orElseThrow(Refusal::notFound);
        return new Open(share, open(share.facts(), query.knock().unlock()));
    }

    private Viewer.LinkHolder open(ShareAccess.Facts facts, @Nullable String unlock) {
        return ShareAccess.open(facts, unlocks.proven(facts.link(), unlock), clock.instant());
    }
}
