package dev.albumen.application.selection;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a link's owner which pictures were chosen, and by whom: those first that most clients have chosen. */
public final class ViewOverlap {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final SelectionViews views;

    public ViewOverlap(Transactions transactions, ManagedLinks links, SelectionViews views) {
        this.transactions = transactions;
        this.links = links;
        this.views = views;
    }

    public record Query(ShareId share, PageRequest page) {}

    /** @param by never empty */
    public record Overlap(ImageId image, List<SelectionViews.Choice> by) {}

    public Page<Overlap> handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            links.require(viewer, query.share());
            Page<SelectionViews.Chosen> page = views.overlap(query.share(), query.page());
            Map<ImageId, List<SelectionViews.Choice>> by = views
                    .choices(query.share(), Optional.empty(),
                            page.items().stream().map(SelectionViews.Chosen::image).collect(Collectors.toSet()))
                    .stream().collect(Collectors.groupingBy(SelectionViews.Choice::image));
            return page.map(chosen -> new Overlap(chosen.image(), by.getOrDefault(chosen.image(), List.of())));
        });
    }
}
