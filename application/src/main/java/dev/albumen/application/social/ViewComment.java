package dev.albumen.application.social;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;

/** Shows one comment. */
public final class ViewComment {

    private final Transactions transactions;
    private final Conversations conversations;
    private final CommentStores stores;

    public ViewComment(Transactions transactions, Conversations conversations, CommentStores stores) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.stores = stores;
    }

    public record Query(CommentId id) {}

    public CommentView handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            Conversations.Found found = conversations.require(viewer, query.id(), CommentAction.READ);
            return stores.shown(viewer, found.facts(), query.id());
        });
    }
}
