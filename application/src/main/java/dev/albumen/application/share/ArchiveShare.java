package dev.albumen.application.share;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveEntries;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Makes an archive of what a link shows. */
public final class ArchiveShare {

    private final OpenPlace open;
    private final ShareViews views;
    private final ProjectFolders folders;
    private final Archives archives;
    private final DownloadCount downloads;

    public ArchiveShare(OpenPlace open, ShareViews views, ProjectFolders folders, Archives archives, DownloadCount downloads) {
        this.open = open;
        this.views = views;
        this.folders = folders;
        this.archives = archives;
        this.downloads = downloads;
    }

    /**
     * @param album one of the project that the link is to; {@code null} for what the link is to
     * @param asker nothing more is made for them once they are gone
     */
    public record Query(Knock knock, @Nullable AlbumId album, ArchiveSize size, Asker asker) {}

    public Archive handle(Viewer viewer, Query query) {
        OpenPlace.Place place = open.handle(viewer, new OpenPlace.Query(query.knock(), query.album()));
        OpenShare.Open share = place.open();
        boolean original = query.size() == ArchiveSize.ORIGINAL;
        ShareAccess.require(share.holder(), original ? Viewer.Grant.DOWNLOAD_ORIGINAL : Viewer.Grant.DOWNLOAD_PREVIEW);
        DownloadCount.Wish wish = downloads.archive(share.share().facts(), query.knock(), query.album(), query.size());
        String title = share.share().title() == null ? "images" : share.share().title();
        Archive archive = archives.of(title, entries(share, place.shown()), query.size(), query.asker());
        downloads.add(wish);
        return archive;
    }

    /** Of a project, or an album of one, with those that lie in it, each in a folder. */
    private Iterable<Archive.Entry> entries(OpenShare.Open open, SharedResource shown) {
        ShareLink link = open.share().facts().link();
        return link.resource() instanceof SharedResource.OfProject(AlbumId project)
                ? folders.entries(project, shown.album().orElseThrow(), (image, folder) -> entry(open, image, folder))
                : new ArchiveEntries(page -> views.entries(shown, page), image -> entry(open, image, ""));
    }

    private static Archive.Entry entry(OpenShare.Open open, ImageViews.Delivery image, String folder) {
        return new Archive.Entry(image, DeliverSharedImage.disclosure(open.holder(), open.share().facts().link(), image), folder);
    }
}
