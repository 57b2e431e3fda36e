package dev.albumen.application.selection;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums up for a link's owner how far each client is. */
public final class SummariseSelections {

    private final Transactions transactions;
    private final ChosenImages chosen;
    private final SelectionConfigs configs;
    private final SelectionViews views;
    private final InstantSource clock;

    public SummariseSelections(
            Transactions transactions, ChosenImages chosen, SelectionConfigs configs, SelectionViews views, InstantSource clock) {
        this.transactions = transactions;
        this.chosen = chosen;
        this.configs = configs;
        this.views = views;
        this.clock = clock;
    }

    public record Query(ChosenImages.Asked asked) {}

    /** @param selections newest first */
    public record Summary(SelectionConfig config, List<OwnedSelection> selections) {}

    public Summary handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            ShareLink link = chosen.require(viewer, query.asked());
            SelectionConfig config = configs.of(link.id());
            Instant now = clock.instant();
            return new Summary(config, found(query.asked()).stream().map(one -> OwnedSelection.of(one, config, now)).toList());
        });
    }

    private List<SelectionViews.Summary> found(ChosenImages.Asked asked) {
        if (asked.selection().isPresent()) {
            return views.find(asked.share(), asked.selection().get()).stream().toList();
        }
        List<SelectionViews.Summary> found = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (next.isPresent()) {
            Page<SelectionViews.Summary> page = views.list(asked.share(), next.get());
            found.addAll(page.items());
            next = page.next().map(place -> new PageRequest(PageRequest.MAX_LIMIT, Optional.of(place)));
        }
        return found;
    }
}
