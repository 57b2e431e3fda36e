package dev.albumen.application.share;

import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;

/** Counts views: at once where they are limited, with those of many others where they are not. */
public final class ViewCount {

    private final ShareCounts counts;
    private final ShareTraffic traffic;

    public ViewCount(ShareCounts counts, ShareTraffic traffic) {
        this.counts = counts;
        this.traffic = traffic;
    }

    /** @throws dev.albumen.domain.shared.RefusedException {@code Gone share-used-up} where the link's limit is reached */
    void add(ShareLink link, ShareTraffic.Guest guest) {
        boolean limited = link.terms().maxViews() != null;
        if (limited && !counts.countView(link.id())) {
            throw ShareAccess.usedUp();
        }
        traffic.viewed(link.id(), guest, limited);
    }
}
