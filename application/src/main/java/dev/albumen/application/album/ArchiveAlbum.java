package dev.albumen.application.album;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveEntries;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.application.rendition.Disclosure;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Set;

/** Makes an archive of an album. */
public final class ArchiveAlbum {

    private final AlbumViews views;
    private final Archives archives;

    public ArchiveAlbum(AlbumViews views, Archives archives) {
        this.views = views;
        this.archives = archives;
    }

    /** @param asker nothing more is made for them once they are gone */
    public record Query(AlbumId id, ArchiveSize size, Asker asker) {}

    public Archive handle(Viewer viewer, Query query) {
        AlbumView album = views.find(viewer, query.id()).orElseThrow(Refusal::notFound);
        boolean insider = album.role() != null
                || AlbumAccess.allowed(viewer, album.album(), null).contains(AlbumAction.CHANGE);
        if (query.size() == ArchiveSize.ORIGINAL && !insider) {
            throw new Refusal.Forbidden("original-not-shared", "The originals of this album are for its members.").thrown();
        }
        return archives.of(album.album().title(),
                new ArchiveEntries(page -> views.entries(query.id(), page), image -> shown(viewer, image, insider)),
                query.size(), query.asker());
    }

    private static Archive.Entry shown(Viewer viewer, ImageViews.Delivery image, boolean insider) {
        ImageAccess.Facts seen = new ImageAccess.Facts(
                image.facts().ownerId(), true, false, insider ? Reach.MEMBER : Reach.PUBLIC,
                image.facts().watermarked());
        Set<ImageAction> allowed = ImageAccess.allowed(viewer, seen);
        return new Archive.Entry(image, new Disclosure(allowed.contains(ImageAction.SEE_DETAILS),
                allowed.contains(ImageAction.SEE_PLACE), ImageAccess.marked(viewer, seen)));
    }
}
