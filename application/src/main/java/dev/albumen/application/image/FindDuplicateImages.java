package dev.albumen.application.image;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;

/** Lists the viewer's own images that are near-identical, in groups. */
public final class FindDuplicateImages {

    private final LikenessViews likenesses;

    public FindDuplicateImages(LikenessViews likenesses) {
        this.likenesses = likenesses;
    }

    public record Query(PageRequest page) {}

    public Page<LikenessViews.Group> handle(Viewer viewer, Query query) {
        return likenesses.duplicates(viewer.member().userId(), query.page());
    }
}
