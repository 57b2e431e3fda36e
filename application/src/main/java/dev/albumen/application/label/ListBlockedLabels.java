package dev.albumen.application.label;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists the names that no picture is labelled with. */
public final class ListBlockedLabels {

    private final BlockedLabels blocked;

    public ListBlockedLabels(BlockedLabels blocked) {
        this.blocked = blocked;
    }

    public record Query(LabelScope scope, PageRequest page) {}

    public Page<BlockedLabels.Blocked> handle(Viewer viewer, Query query) {
        return blocked.list(query.scope().owner(viewer), query.page());
    }
}
