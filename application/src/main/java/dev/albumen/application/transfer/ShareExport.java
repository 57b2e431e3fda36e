package dev.albumen.application.transfer;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.selection.SelectionViews;
import dev.albumen.application.share.Recipients;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.transfer.ExportedShares.ExportedRecipient;
import dev.albumen.application.transfer.ExportedShares.ExportedShare;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes share links into a bag. */
final class ShareExport {

    private final AlbumExport albums;
    private final Recipients recipients;
    private final SelectionViews selections;
    private final TransferDocuments documents;
    private final Bag bag;

    ShareExport(AlbumExport albums, Recipients recipients, SelectionViews selections, TransferDocuments documents, Bag bag) {
        this.albums = albums;
        this.recipients = recipients;
        this.selections = selections;
        this.documents = documents;
        this.bag = bag;
    }

    /** Links to what is not in the export, such as an image in the trash, are left out. */
    void add(Viewer.Member owner, ShareViews views, Instant now) {
        List<ExportedShare> found = new ArrayList<>();
        List<ExportedSelections.OfShare> chosen = new ArrayList<>();
        Pages.each(page -> views.list(owner.userId(), new ShareViews.Search(null, null, null), page, now), links -> {
            Set<ShareId> given = recipients.numbers(links.stream().map(one -> one.link().id()).collect(Collectors.toSet())).keySet();
            links.forEach(one -> document(views, one.link(), given).ifPresent(document -> {
                found.add(document);
                chosen.add(new ExportedSelections.OfShare(found.size(), document.label(), chosen(owner, one.link().id())));
            }));
        });
        bag.add(BagPaths.SHARES, documents.write(new ExportedShares(found.reversed())));
        List<ExportedSelections.OfShare> told = chosen.reversed().stream().filter(one -> !one.clients().isEmpty())
                .map(one -> one.numbered(found.size() + 1 - one.share())).toList();
        if (!told.isEmpty()) {
            bag.add(BagPaths.SELECTIONS, documents.write(new ExportedSelections(told)));
        }
    }

    /** Oldest first. */
    private List<ExportedSelections.Client> chosen(Viewer.Member owner, ShareId share) {
        List<SelectionViews.Summary> clients = new ArrayList<>();
        Pages.each(page -> selections.list(share, page), clients::addAll);
        return clients.reversed().stream().map(client -> new ExportedSelections.Client(
                client.selection().contact().name(), client.selection().contact().email(), client.selection().contact().phone(),
                client.selection().contact().note(), client.selection().status().name().toLowerCase(Locale.ROOT),
                client.selection().round(), client.selection().createdAt().toString(), items(owner, share, client.selection().id()))).toList();
    }

    private List<ExportedSelections.Item> items(Viewer.Member owner, ShareId share, SelectionId selection) {
        List<ExportedSelections.Item> items = new ArrayList<>();
        Pages.each(page -> selections.images(owner, share, Optional.of(selection), page), found -> {
            Map<ImageId, String> hashes = new HashMap<>();
            found.forEach(image -> hashes.put(image.id(), image.sha256().hex()));
            selections.choices(share, Optional.of(selection), hashes.keySet()).forEach(one -> items.add(new ExportedSelections.Item(
                    hashes.get(one.image()), one.comment(), one.mark().stars(),
                    one.mark().color() == null ? null : one.mark().color().name().toLowerCase(Locale.ROOT))));
        });
        return items;
    }

    private Optional<ExportedShare> document(ShareViews views, ShareLink link, Set<ShareId> given) {
        List<ExportedRecipient> people = given.contains(link.id()) ? people(link.id()) : List.of();
        return switch (link.resource()) {
            case SharedResource.OfAlbum(var album) -> albums.number(album).map(number -> document(link, number, null, people));
            case SharedResource.OfProject(var album) -> albums.number(album).map(number -> document(link, number, null, people));
            case SharedResource.OfImage(ImageId image) -> views.image(link.resource(), image).map(ImageView::image)
                    .filter(shown -> shown.ownerId().equals(link.ownerId()))
                    .map(shown -> document(link, null, shown.sha256().hex(), people));
        };
    }

    /** In the order in which they were added. */
    private List<ExportedRecipient> people(ShareId share) {
        List<ExportedRecipient> people = new ArrayList<>();
        Pages.each(page -> recipients.list(share, page), found -> found.forEach(one -> {
            RecipientTerms terms = one.recipient().terms();
            people.add(new ExportedRecipient(terms.name(), terms.email(), text(terms.expiresAt()), terms.maxViews(), terms.maxDownloads(),
                    terms.allowDownload() == null ? null : terms.allowDownload().name().toLowerCase(Locale.ROOT), terms.allowUpload(),
                    terms.allowComments(), terms.allowSelection(), terms.watermark(), one.recipient().active()));
        }));
        return people;
    }

    private static ExportedShare document(
            ShareLink link, @Nullable Integer album, @Nullable String image, List<ExportedRecipient> people) {
        ShareTerms terms = link.terms();
        return new ExportedShare(album, link.resource() instanceof SharedResource.OfProject, image, terms.label(), text(terms.slug()), text(terms.startsAt()), text(terms.expiresAt()),
                terms.maxViews(), terms.maxDownloads(), link.hasPassword(), link.active(),
                terms.allowDownload().name().toLowerCase(Locale.ROOT), terms.allowUpload(), terms.allowComments(),
                terms.showMetadata(), terms.watermark(), link.createdAt().toString(), people);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
