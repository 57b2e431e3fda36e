package dev.albumen.application.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Lists what a link shows. */
public final class ListSharedImages {

    private final OpenPlace open;
    private final ShareViews views;

    public ListSharedImages(OpenPlace open, ShareViews views) {
        this.open = open;
        this.views = views;
    }

    /** @param album one of the project that the link is to; {@code null} for what the link is to */
    public record Query(Knock knock, @Nullable AlbumId album, PageRequest page) {}

    /** @param link for signing the images' addresses */
    public record Shown(ShareLink link, Page<ImageView> images) {}

    public Shown handle(Viewer viewer, Query query) {
        OpenPlace.Place place = open.handle(viewer, new OpenPlace.Query(query.knock(), query.album()));
        OpenShare.Open share = place.open();
        boolean metadata = share.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        ShareLink link = share.share().facts().link();
        Page<ImageView> page = views.images(place.shown(), share.share().sort(), query.page());
        return new Shown(link, page.map(view -> view.disclosed(metadata, metadata)));
    }
}
