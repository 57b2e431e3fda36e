package dev.albumen.application.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;

/** Lists what a link shows. */
public final class ListSharedImages {

    private final OpenShare open;
    private final ShareViews views;

    public ListSharedImages(OpenShare open, ShareViews views) {
        this.open = open;
        this.views = views;
    }

    public record Query(Knock knock, PageRequest page) {}

    /** @param link for signing the images' addresses */
    public record Shown(ShareLink link, Page<ImageView> images) {}

    public Shown handle(Viewer viewer, Query query) {
        OpenShare.Open share = open.handle(viewer, new OpenShare.Query(query.knock()));
        boolean metadata = share.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        ShareLink link = share.share().facts().link();
        Page<ImageView> page = views.images(link.resource(), share.share().sort(), query.page());
        return new Shown(link, page.map(view -> view.disclosed(metadata, metadata)));
    }
}
