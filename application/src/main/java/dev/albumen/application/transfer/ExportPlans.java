package dev.albumen.application.transfer;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.rendition.ArchivedFile;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.tag.CategoryViews;
import dev.albumen.application.tag.TagViews;
import dev.albumen.application.transfer.ExportedTags.CategoryDetail;
import dev.albumen.application.transfer.ExportedTags.TagDetail;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Finds out what goes into an account's export. */
final class ExportPlans {

    private static final Comparator<AlbumView> OLDEST_FIRST = Comparator.<AlbumView, Instant>comparing(view -> view.album().createdAt())
            .thenComparing(view -> view.album().id().value());

    private final AlbumViews albums;
    private final ShareViews shares;
    private final TagViews tags;
    private final CategoryViews categories;
    private final TransferDocuments documents;
    private final BlobStore blobs;
    private final BlobSums sums;
    private final InstantSource clock;

    ExportPlans(
            AlbumViews albums, ShareViews shares, TagViews tags, CategoryViews categories, TransferDocuments documents, BlobStore blobs,
            BlobSums sums, InstantSource clock) {
        this.albums = albums;
        this.shares = shares;
        this.tags = tags;
        this.categories = categories;
        this.documents = documents;
        this.blobs = blobs;
        this.sums = sums;
        this.clock = clock;
    }

    /** All files of the archive, in the caller's transaction. */
    List<ArchivedFile> of(Viewer.Member viewer, User user) {
        Bag bag = new Bag();
        AlbumExport albumExport = new AlbumExport(viewer, albums, documents, bag);
        List<AlbumView> all = new ArrayList<>();
        Pages.each(page -> albums.list(
                viewer, new AlbumViews.Search(null, viewer.userId(), null, null, AlbumViews.Sort.CREATED_AT), page), all::addAll);
        all.sort(OLDEST_FIRST);
        holdersFirst(all).forEach(albumExport::add);
        ImageExport imageExport = new ImageExport(albumExport, documents, blobs, sums, bag);
        all.stream().map(AlbumView::album).filter(album -> album.master()).forEach(master ->
                Pages.each(page -> albumExport.images(master.id(), page), imageExport::add));
        new ShareExport(albumExport, documents, bag).add(viewer, shares, clock.instant());
        bag.add(BagPaths.TAGS, documents.write(tags(viewer.userId())));
        bag.add(BagPaths.ACCOUNT, documents.write(new ExportedAccount(
                ExportedAccount.FORMAT, user.username().value(), user.displayName(), all.size(), imageExport.count())));
        return bag.complete(user.username().value());
    }

    private ExportedTags tags(UserId owner) {
        List<String> names = new ArrayList<>();
        List<TagDetail> details = new ArrayList<>();
        Pages.each(page -> tags.list(owner, TagViews.Search.ALL, page), found -> found.forEach(tag -> {
            names.add(tag.name());
            if (tag.parent().isPresent() || tag.category() != null) {
                details.add(new TagDetail(tag.name(), tag.parent().orElse(null), tag.category()));
            }
        }));
        List<CategoryDetail> told = new ArrayList<>();
        Pages.each(page -> categories.list(owner, page), found -> found.forEach(view -> told.add(new CategoryDetail(
                view.category().name().value(), view.category().color(), view.category().description()))));
        return new ExportedTags(names, details, told);
    }

    /** In the same order, but for albums in albums: each follows the one that it lies in. */
    private static Collection<AlbumView> holdersFirst(List<AlbumView> all) {
        Map<AlbumId, AlbumView> byId = new HashMap<>();
        all.forEach(view -> byId.put(view.album().id(), view));
        SequencedMap<AlbumId, AlbumView> ordered = new LinkedHashMap<>();
        for (AlbumView view : all) {
            Deque<AlbumView> way = new ArrayDeque<>();
            for (AlbumView at = view; at != null; at = at.album().parentId() == null ? null : byId.get(at.album().parentId())) {
                way.addFirst(at);
            }
            way.forEach(at -> ordered.putIfAbsent(at.album().id(), at));
        }
        return ordered.values();
    }
}
