package dev.albumen.application.share;

import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Shows a link to its owner, and to admins without its token. */
public final class ViewShare {

    private final Transactions transactions;
    private final ShareLinks links;
    private final ShareCounts counts;
    private final Secrets secrets;
    private final InstantSource clock;

    public ViewShare(Transactions transactions, ShareLinks links, ShareCounts counts, Secrets secrets, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.counts = counts;
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Query(ShareId id) {}

    public OwnedShare handle(Viewer viewer, Query query) {
        ShareLink link = transactions.read(() -> links.find(query.id())).orElseThrow(Refusal::notFound);
        ShareAccess.requireManaging(viewer, link);
        return OwnedShare.of(secrets, viewer, link, counts.of(link.id()), clock.instant());
    }
}
