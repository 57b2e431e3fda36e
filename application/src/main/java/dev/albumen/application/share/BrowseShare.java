package dev.albumen.application.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Shows what a link opens, leaf by leaf, to somebody who turns leaves. */
public final class BrowseShare {

    private final OpenShare open;
    private final ShareViews views;

    public BrowseShare(OpenShare open, ShareViews views) {
        this.open = open;
        this.views = views;
    }

    /**
     * @param from the image that the leaf is to begin with; {@code null} for the first leaf
     * @param size images at most, from 1
     */
    public record Query(Knock knock, @Nullable ImageId from, int size) {}

    public record Shown(OpenShare.Open open, ShareViews.Leaf leaf) {}

    /** The first leaf where the image is no longer shown that the leaf is to begin with. */
    public Shown handle(Viewer viewer, Query query) {
        OpenShare.Open opened = open.handle(viewer, new OpenShare.Query(query.knock()));
        ShareLink link = opened.share().facts().link();
        ShareViews.Leaf leaf = views.leaf(link.resource(), opened.share().sort(), query.from(), query.size())
                .or(() -> views.leaf(link.resource(), opened.share().sort(), null, query.size()))
                .orElseThrow(Refusal::notFound);
        boolean metadata = opened.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        return new Shown(opened, leaf.disclosed(metadata, metadata));
    }
}
