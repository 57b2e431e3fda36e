package dev.albumen.application.transfer;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.transfer.ExportedShares.ExportedShare;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes share links into a bag. */
final class ShareExport {

    private final AlbumExport albums;
    private final TransferDocuments documents;
    private final Bag bag;

    ShareExport(AlbumExport albums, TransferDocuments documents, Bag bag) {
        this.albums = albums;
        this.documents = documents;
        this.bag = bag;
    }

    /** Links to what is not in the export, such as an image in the trash, are left out. */
    void add(Viewer.Member owner, ShareViews views, Instant now) {
        List<ExportedShare> found = new ArrayList<>();
        Pages.each(page -> views.list(owner.userId(), new ShareViews.Search(null, null, null), page, now), links ->
                links.forEach(one -> document(views, one.link()).ifPresent(found::add)));
        bag.add(BagPaths.SHARES, documents.write(new ExportedShares(found.reversed())));
    }

    private Optional<ExportedShare> document(ShareViews views, ShareLink link) {
        return switch (link.resource()) {
            case SharedResource.OfAlbum(var album) -> albums.number(album).map(number -> document(link, number, null));
            case SharedResource.OfProject(var album) -> albums.number(album).map(number -> document(link, number, null));
            case SharedResource.OfImage(ImageId image) -> views.image(link.resource(), image).map(ImageView::image)
                    .filter(shown -> shown.ownerId().equals(link.ownerId()))
                    .map(shown -> document(link, null, shown.sha256().hex()));
        };
    }

    private static ExportedShare document(ShareLink link, @Nullable Integer album, @Nullable String image) {
        ShareTerms terms = link.terms();
        return new ExportedShare(album, link.resource() instanceof SharedResource.OfProject, image, terms.label(), text(terms.slug()), text(terms.startsAt()), text(terms.expiresAt()),
                terms.maxViews(), terms.maxDownloads(), link.hasPassword(), link.active(),
                terms.allowDownload().name().toLowerCase(Locale.ROOT), terms.allowUpload(), terms.allowComments(),
                terms.showMetadata(), terms.watermark(), link.createdAt().toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
