package dev.albumen.application.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Shows one image of what a link opens, between its neighbours. */
public final class BrowseSharedImage {

    private final OpenPlace open;
    private final ShareViews views;

    public BrowseSharedImage(OpenPlace open, ShareViews views) {
        this.open = open;
        this.views = views;
    }

    /**
     * @param album one of the project that the link is to; {@code null} for what the link is to
     * @param leafSize of the leaves that {@link BrowseShare} shows
     */
    public record Query(Knock knock, @Nullable AlbumId album, ImageId id, int leafSize) {}

    public record Shown(OpenShare.Open open, ShareViews.Framed framed) {}

    public Shown handle(Viewer viewer, Query query) {
        OpenPlace.Place place = open.handle(viewer, new OpenPlace.Query(query.knock(), query.album()));
        OpenShare.Open opened = place.open();
        ShareViews.Framed framed = views.framed(place.shown(), opened.share().sort(), query.id(), query.leafSize())
                .orElseThrow(Refusal::notFound);
        boolean metadata = opened.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        return new Shown(opened, framed.disclosed(metadata, metadata));
    }
}
