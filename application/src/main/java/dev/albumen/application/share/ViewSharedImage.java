package dev.albumen.application.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Shows one image of what a link shows. */
public final class ViewSharedImage {

    private final OpenShare open;
    private final ShareViews views;

    public ViewSharedImage(OpenShare open, ShareViews views) {
        this.open = open;
        this.views = views;
    }

    public record Query(Knock knock, ImageId id) {}

    /** @param link for signing the image's addresses */
    public record Shown(ShareLink link, ImageView image) {}

    public Shown handle(Viewer viewer, Query query) {
        OpenShare.Open share = open.handle(viewer, new OpenShare.Query(query.knock()));
        boolean metadata = share.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        ShareLink link = share.share().facts().link();
        ImageView view = views.image(link.resource(), query.id()).orElseThrow(Refusal::notFound);
        return new Shown(link, view.disclosed(metadata, metadata));
    }
}
