package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;

/** Lists the recipients of a link, oldest first, for those who manage it. */
public final class ListRecipients {

    private final Transactions transactions;
    private final OwnedRecipients owned;
    private final Recipients recipients;
    private final ShareCounts counts;

    public ListRecipients(Transactions transactions, OwnedRecipients owned, Recipients recipients, ShareCounts counts) {
        this.transactions = transactions;
        this.owned = owned;
        this.recipients = recipients;
        this.counts = counts;
    }

    public record Query(ShareId share, PageRequest page) {}

    public Page<OwnedRecipient> handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            ShareLink link = owned.link(viewer, query.share());
            ShareUsage used = counts.of(link.id());
            return recipients.list(link.id(), query.page()).map(one -> owned.of(viewer, link, used, one));
        });
    }
}
