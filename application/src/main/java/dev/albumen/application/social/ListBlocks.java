package dev.albumen.application.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists whom the viewer has blocked. */
public final class ListBlocks {

    private final Blocks blocks;

    public ListBlocks(Blocks blocks) {
        this.blocks = blocks;
    }

    public record Query(PageRequest page) {}

    public Page<Blocks.Blocked> handle(Viewer viewer, Query query) {
        return blocks.list(viewer.member().userId(), query.page());
    }
}
