package dev.albumen.application.selection;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;

/** Shows one client's selection to the link's owner. */
public final class ViewClientSelection {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final SelectionConfigs configs;
    private final SelectionViews views;
    private final SelectionItems items;
    private final InstantSource clock;

    public ViewClientSelection(
            Transactions transactions, ManagedLinks links, SelectionConfigs configs, SelectionViews views, SelectionItems items,
            InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.configs = configs;
        this.views = views;
        this.items = items;
        this.clock = clock;
    }

    public record Query(ShareId share, SelectionId selection) {}

    /** @param items in the order in which they were chosen */
    public record Shown(OwnedSelection selection, List<SelectionItem> items) {}

    public Shown handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            SelectionConfig config = configs.of(links.require(viewer, query.share()).id());
            SelectionViews.Summary found = views.find(query.share(), query.selection()).orElseThrow(Refusal::notFound);
            return new Shown(OwnedSelection.of(found, config, clock.instant()), items.all(query.selection()));
        });
    }
}
