package dev.albumen.application.share;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what a link opens, leaf by leaf, to somebody who turns leaves. */
public final class BrowseShare {

    private final OpenPlace open;
    private final ShareViews views;
    private final ProjectViews projects;

    public BrowseShare(OpenPlace open, ShareViews views, ProjectViews projects) {
        this.open = open;
        this.views = views;
        this.projects = projects;
    }

    /**
     * @param album one of the project that the link is to; {@code null} for what the link is to
     * @param from the image that the leaf is to begin with; {@code null} for the first leaf
     * @param size images at most, from 1
     */
    public record Query(Knock knock, @Nullable AlbumId album, @Nullable ImageId from, int size) {}

    /**
     * @param holder the album that this one lies in, where it is not the link's own
     * @param albums those that lie here, by title, {@value PageRequest#MAX_LIMIT} at most
     */
    public record Shown(
            OpenShare.Open open, ShareViews.Leaf leaf, @Nullable AlbumId holder, List<ProjectViews.SharedAlbum> albums) {

        public Shown {
            albums = List.copyOf(albums);
        }
    }

    /** The first leaf where the image is no longer shown that the leaf is to begin with. */
    public Shown handle(Viewer viewer, Query query) {
        OpenPlace.Place place = open.handle(viewer, new OpenPlace.Query(query.knock(), query.album()));
        OpenShare.Open opened = place.open();
        ShareViews.Leaf leaf = views.leaf(place.shown(), opened.share().sort(), query.from(), query.size())
                .or(() -> views.leaf(place.shown(), opened.share().sort(), null, query.size()))
                .orElseThrow(Refusal::notFound);
        boolean metadata = opened.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        return new Shown(opened, leaf.disclosed(metadata, metadata), place.holder(), albums(opened, query.album()).stream()
                .map(album -> album.disclosed(metadata, metadata)).toList());
    }

    private List<ProjectViews.SharedAlbum> albums(OpenShare.Open opened, @Nullable AlbumId album) {
        return opened.share().facts().link().resource() instanceof SharedResource.OfProject(AlbumId project)
                ? projects.list(project, album == null ? project : album, PageRequest.first(PageRequest.MAX_LIMIT)).items()
                : List.of();
    }
}
