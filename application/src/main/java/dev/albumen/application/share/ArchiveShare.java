package dev.albumen.application.share;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveEntries;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;

/** Makes an archive of what a link shows. */
public final class ArchiveShare {

    private final OpenShare open;
    private final ShareViews views;
    private final Archives archives;
    private final DownloadCount downloads;

    public ArchiveShare(OpenShare open, ShareViews views, Archives archives, DownloadCount downloads) {
        this.open = open;
        this.views = views;
        this.archives = archives;
        this.downloads = downloads;
    }

    /** @param asker nothing more is made for them once they are gone */
    public record Query(Knock knock, ArchiveSize size, Asker asker) {}

    public Archive handle(Viewer viewer, Query query) {
        OpenShare.Open share = open.handle(viewer, new OpenShare.Query(query.knock()));
        boolean original = query.size() == ArchiveSize.ORIGINAL;
        ShareAccess.require(share.holder(), original ? Viewer.Grant.DOWNLOAD_ORIGINAL : Viewer.Grant.DOWNLOAD_PREVIEW);
        DownloadCount.Wish wish = downloads.archive(share.share().facts(), query.knock(), query.size());
        String title = share.share().title() == null ? "images" : share.share().title();
        ShareLink link = share.share().facts().link();
        Archive archive = archives.of(title,
                new ArchiveEntries(page -> views.entries(link.resource(), page),
                        image -> new Archive.Entry(image, DeliverSharedImage.disclosure(share.holder(), link, image))),
                query.size(), query.asker());
        downloads.add(wish);
        return archive;
    }
}
