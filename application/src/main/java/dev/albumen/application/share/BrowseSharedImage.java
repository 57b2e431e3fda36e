package dev.albumen.application.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows one image of what a link opens, between its neighbours. */
public final class BrowseSharedImage {

    private final OpenPlace open;
    private final ShareViews views;
    private final ProjectViews projects;

    public BrowseSharedImage(OpenPlace open, ShareViews views, ProjectViews projects) {
        this.open = open;
        this.views = views;
        this.projects = projects;
    }

    /**
     * @param album one of the project that the link is to; {@code null} for what the link is to, or whichever of its albums holds the image
     * @param leafSize of the leaves that {@link BrowseShare} shows
     */
    public record Query(Knock knock, @Nullable AlbumId album, ImageId id, int leafSize) {}

    /** @param album among whose images it is shown; {@code null} for those of what the link is to */
    public record Shown(OpenShare.Open open, @Nullable AlbumId album, ShareViews.Framed framed) {}

    public Shown handle(Viewer viewer, Query query) {
        return shown(viewer, query).or(() -> shownWithin(viewer, query)).orElseThrow(Refusal::notFound);
    }

    private Optional<Shown> shown(Viewer viewer, Query query) {
        OpenPlace.Place place = open.handle(viewer, new OpenPlace.Query(query.knock(), query.album()));
        OpenShare.Open opened = place.open();
        boolean metadata = opened.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        return views.framed(place.shown(), opened.share().sort(), query.id(), query.leafSize())
                .map(framed -> new Shown(opened, query.album(), framed.disclosed(metadata, metadata)));
    }

    private Optional<Shown> shownWithin(Viewer viewer, Query query) {
        SharedResource resource = open.handle(viewer, new OpenPlace.Query(query.knock(), null)).shown();
        return query.album() == null && resource instanceof SharedResource.OfProject(AlbumId project)
                ? projects.holding(project, query.id()).flatMap(
                        album -> shown(viewer, new Query(query.knock(), album, query.id(), query.leafSize())))
                : Optional.empty();
    }
}
