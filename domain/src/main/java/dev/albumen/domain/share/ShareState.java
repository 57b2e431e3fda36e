package dev.albumen.domain.share;

import java.time.Instant;

/** Where a link is in its life, as its owner sees it. */
public enum ShareState {
    /** It opens. */
    ACTIVE,
    /** Turned off. */
    INACTIVE,
    /** Turned on, and not started yet. */
    SCHEDULED,
    EXPIRED,
    /** Opened as often as it may be. */
    USED_UP;

    public static ShareState of(ShareLink link, ShareUsage used, Instant now) {
        Integer most = link.terms().maxViews();
        if (!link.active()) {
            return INACTIVE;
        }
        if (link.expired(now)) {
            return EXPIRED;
        }
        if (!link.started(now)) {
            return SCHEDULED;
        }
        return most != null && used.views() >= most ? USED_UP : ACTIVE;
    }
}
