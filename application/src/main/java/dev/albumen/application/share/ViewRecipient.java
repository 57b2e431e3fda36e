package dev.albumen.application.share;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;

/** Shows one recipient of a link to those who manage it. */
public final class ViewRecipient {

    private final Transactions transactions;
    private final OwnedRecipients owned;

    public ViewRecipient(Transactions transactions, OwnedRecipients owned) {
        this.transactions = transactions;
        this.owned = owned;
    }

    public record Query(ShareId share, RecipientId id) {}

    public OwnedRecipient handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            ShareLink link = owned.link(viewer, query.share());
            return owned.of(viewer, link, owned.require(link, query.id()));
        });
    }
}
