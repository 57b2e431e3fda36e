package dev.albumen.application.selection;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Lists a link's selections for its owner. */
public final class ListSelections {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final SelectionConfigs configs;
    private final SelectionViews views;
    private final InstantSource clock;

    public ListSelections(
            Transactions transactions, ManagedLinks links, SelectionConfigs configs, SelectionViews views, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.configs = configs;
        this.views = views;
        this.clock = clock;
    }

    public record Query(ShareId share, PageRequest page) {}

    public Page<OwnedSelection> handle(Viewer viewer, Query query) {
        Instant now = clock.instant();
        return transactions.read(() -> {
            SelectionConfig config = configs.of(links.require(viewer, query.share()).id());
            return views.list(query.share(), query.page()).map(one -> OwnedSelection.of(one, config, now));
        });
    }
}
