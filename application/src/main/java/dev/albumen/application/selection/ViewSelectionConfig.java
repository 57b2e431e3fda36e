package dev.albumen.application.selection;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;

/** Shows what a link's owner has said about choosing through it. */
public final class ViewSelectionConfig {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final SelectionConfigs configs;

    public ViewSelectionConfig(Transactions transactions, ManagedLinks links, SelectionConfigs configs) {
        this.transactions = transactions;
        this.links = links;
        this.configs = configs;
    }

    public record Query(ShareId share) {}

    public SelectionConfig handle(Viewer viewer, Query query) {
        return transactions.read(() -> configs.of(links.require(viewer, query.share()).id()));
    }
}
