package dev.albumen.application.share;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import java.time.InstantSource;

/** Counts views: at once where they are limited, with those of many others where they are not. */
public final class ViewCount {

    private final Transactions transactions;
    private final ShareCounts counts;
    private final Recipients recipients;
    private final ShareTraffic traffic;
    private final InstantSource clock;

    public ViewCount(
            Transactions transactions, ShareCounts counts, Recipients recipients, ShareTraffic traffic, InstantSource clock) {
        this.transactions = transactions;
        this.counts = counts;
        this.recipients = recipients;
        this.traffic = traffic;
        this.clock = clock;
    }

    /** @throws dev.albumen.domain.shared.RefusedException {@code Gone share-used-up} where the link's limit is reached */
    void add(ShareLink link, ShareTraffic.Guest guest) {
        boolean limited = link.terms().maxViews() != null;
        if (link.recipient() != null) {
            countOf(link, link.recipient().id(), limited);
        } else if (limited && !counts.countView(link.id())) {
            throw ShareAccess.usedUp();
        }
        traffic.viewed(link.id(), guest, limited);
    }

    /** Theirs is counted at once in any case: there are few of them, and both counts hold or neither. */
    private void countOf(ShareLink link, RecipientId recipient, boolean limited) {
        transactions.writing(() -> {
            if (!recipients.countView(recipient, clock.instant()) || limited && !counts.countView(link.id())) {
                throw ShareAccess.usedUp();
            }
        });
    }
}
