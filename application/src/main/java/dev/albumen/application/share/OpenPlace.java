package dev.albumen.application.share;

import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Opens a link at the album that a visitor means, where it is a link to a project. */
public final class OpenPlace {

    private final OpenShare open;
    private final ProjectViews projects;

    public OpenPlace(OpenShare open, ProjectViews projects) {
        this.open = open;
        this.projects = projects;
    }

    /** @param album one that the link shows; {@code null} for what the link is to */
    public record Query(Knock knock, @Nullable AlbumId album) {}

    /**
     * @param open with the titles and counts of what is shown here
     * @param shown what is shown here
     * @param holder the album that this one lies in, where it is not the link's own
     */
    public record Place(OpenShare.Open open, SharedResource shown, @Nullable AlbumId holder) {}

    /** As if there were no such album, where it is no album of the project. */
    public Place handle(Viewer viewer, Query query) {
        OpenShare.Open opened = open.handle(viewer, new OpenShare.Query(query.knock()));
        SharedResource resource = opened.share().facts().link().resource();
        if (query.album() == null) {
            return new Place(opened, resource, null);
        }
        if (!(resource instanceof SharedResource.OfProject(AlbumId project))) {
            throw Refusal.notFound();
        }
        ProjectViews.SharedAlbum album = projects.find(project, query.album()).orElseThrow(Refusal::notFound);
        return new Place(new OpenShare.Open(opened.share().at(album), opened.holder()),
                new SharedResource.OfAlbum(album.id()), album.parentId().equals(project) ? null : album.parentId());
    }
}
