package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the albums that a link to a project shows, level by level. */
public final class ListSharedAlbums {

    private final OpenPlace open;
    private final ProjectViews projects;

    public ListSharedAlbums(OpenPlace open, ProjectViews projects) {
        this.open = open;
        this.projects = projects;
    }

    /** @param holder the album whose albums are wanted; {@code null} for the link's own */
    public record Query(Knock knock, @Nullable AlbumId holder, PageRequest page) {}

    /** @param link for signing the addresses of covers */
    public record Shown(ShareLink link, Page<ProjectViews.SharedAlbum> albums) {}

    /** None where the link is to no project. */
    public Shown handle(Viewer viewer, Query query) {
        OpenShare.Open opened = open.handle(viewer, new OpenPlace.Query(query.knock(), query.holder())).open();
        ShareLink link = opened.share().facts().link();
        if (!(link.resource() instanceof SharedResource.OfProject(AlbumId project))) {
            return new Shown(link, new Page<>(List.of(), Optional.empty()));
        }
        boolean metadata = opened.holder().grants().contains(Viewer.Grant.SEE_METADATA);
        AlbumId holder = query.holder() == null ? project : query.holder();
        return new Shown(link, projects.list(project, holder, query.page()).map(album -> album.disclosed(metadata, metadata)));
    }
}
