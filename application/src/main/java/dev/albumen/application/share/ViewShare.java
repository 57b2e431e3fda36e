package dev.albumen.application.share;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;

/** Shows a link to its owner, and to admins without its token. */
public final class ViewShare {

    private final Transactions transactions;
    private final ShareLinks links;
    private final OwnedShares shown;

    public ViewShare(Transactions transactions, ShareLinks links, OwnedShares shown) {
        this.transactions = transactions;
        this.links = links;
        this.shown = shown;
    }

    public record Query(ShareId id) {}

    public OwnedShare handle(Viewer viewer, Query query) {
        ShareLink link = transactions.read(() -> links.find(query.id())).orElseThrow(Refusal::notFound);
        ShareAccess.requireManaging(viewer, link);
        return shown.of(viewer, link);
    }
}
