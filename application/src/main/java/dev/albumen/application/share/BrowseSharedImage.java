package dev.albumen.application.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Shows one image of what a link opens, between its neighbours. */
public final class BrowseSharedImage {

    private final OpenShare open;
    private final ShareViews views;

    public BrowseSharedImage(OpenShare open, ShareViews views) {
        this.open = open;
        this.views = views;
    }

    /** @param leafSize of the leaves that {@link BrowseShare} shows */
    public record Query(Knock knock, ImageId id, int leafSize) {}

    public record Shown(OpenShare.Open open, ShareViews.Framed framed) {}

    public Shown handle(Viewer viewer, Query query) {
        OpenShare.Open opened = open.handle(viewer, new OpenShare.Query(query.knock()));
        ShareViews.Framed framed = views.framed(
                        opened.share().facts().link().resource(), opened.share().sort(), query.id(), query.leafSize())
                .orElseThrow(Refusal::notFound);
        boolean metadata = opened.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        return new Shown(opened, framed.disclosed(metadata, metadata));
    }
}
