package dev.albumen.application.share;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveEntries;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Makes an archive of what a link shows. */
public final class ArchiveShare {

    private final OpenPlace open;
    private final ShareViews views;
    private final Archives archives;
    private final DownloadCount downloads;

    public ArchiveShare(OpenPlace open, ShareViews views, Archives archives, DownloadCount downloads) {
        this.open = open;
        this.views = views;
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
        ShareLink link = share.share().facts().link();
        Archive archive = archives.of(title,
                new ArchiveEntries(page -> views.entries(place.shown(), page),
                        image -> new Archive.Entry(image, DeliverSharedImage.disclosure(share.holder(), link, image))),
                query.size(), query.asker());
        downloads.add(wish);
        return archive;
    }
}
