package dev.albumen.application.transfer;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.label.ImageLabels;
import dev.albumen.application.rendition.ArchivedFile;
import dev.albumen.application.selection.SelectionViews;
import dev.albumen.application.share.Recipients;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.social.ListComments;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.domain.shared.AlbumId;
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
    private final Recipients recipients;
    private final SelectionViews selections;
    private final ListComments comments;
    private final OrderExport order;
    private final ImageLabels labels;
    private final TransferDocuments documents;
    private final BlobStore blobs;
    private final BlobSums sums;
    private final InstantSource clock;

    ExportPlans(
            AlbumViews albums, ShareViews shares, Recipients recipients, SelectionViews selections, ListComments comments,
            OrderExport order, ImageLabels labels, TransferDocuments documents, BlobStore blobs, BlobSums sums, InstantSource clock) {
        this.albums = albums;
        this.shares = shares;
        this.recipients = recipients;
        this.selections = selections;
        this.comments = comments;
        this.order = order;
        this.labels = labels;
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
        TalkExport talk = new TalkExport(comments, viewer);
        ImageExport imageExport = new ImageExport(albumExport, labels, documents, blobs, sums, bag);
        all.stream().map(AlbumView::album).filter(album -> album.master()).forEach(master ->
                Pages.each(page -> albumExport.images(master.id(), page), some -> {
                    imageExport.add(some);
                    talk.add(some);
                }));
        all.forEach(view -> talk.add(view, albumExport.number(view.album().id())));
        talk.write(documents, bag);
        new ShareExport(albumExport, recipients, selections, documents, bag).add(viewer, shares, clock.instant());
        order.add(viewer, bag);
        bag.add(BagPaths.ACCOUNT, documents.write(new ExportedAccount(
                ExportedAccount.FORMAT, user.username().value(), user.displayName(), all.size(), imageExport.count())));
        return bag.complete(user.username().value());
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
