package dev.albumen.application.transfer;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.rendition.ArchiveNames;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes albums into a bag, and decides in whose folder each original lies: the oldest album's that has it. */
final class AlbumExport {

    private final Viewer.Member viewer;
    private final AlbumViews views;
    private final TransferDocuments documents;
    private final Bag bag;
    private final Map<String, ArchiveNames> folderNames = new HashMap<>();
    private final Map<AlbumId, String> albumFolders = new HashMap<>();
    private final Map<ImageId, String> folders = new HashMap<>();
    private final Map<ImageId, Sha256> covers = new HashMap<>();
    private final Map<AlbumId, Integer> numbers = new HashMap<>();

    AlbumExport(Viewer.Member viewer, AlbumViews views, TransferDocuments documents, Bag bag) {
        this.viewer = viewer;
        this.views = views;
        this.documents = documents;
        this.bag = bag;
    }

    void add(AlbumView view) {
        Album album = view.album();
        numbers.put(album.id(), numbers.size() + 1);
        List<String> images = new ArrayList<>();
        covers.clear();
        String folder = album.master() ? "" : folder(album);
        Pages.each(page -> images(album.id(), page), found -> found.stream().map(ImageView::image).forEach(image -> {
            if (image.id().equals(album.coverImageId())) {
                covers.put(image.id(), image.sha256());
            }
            if (!album.master()) {
                images.add(image.sha256().hex());
                folders.putIfAbsent(image.id(), folder);
            }
        }));
        bag.add(BagPaths.album(numbers.size()), documents.write(document(album, images)));
    }

    private String folder(Album album) {
        String above = album.parentId() == null ? "" : albumFolders.getOrDefault(album.parentId(), "");
        String folder = above + folderNames.computeIfAbsent(above, names -> new ArchiveNames()).unique(album.title()) + "/";
        albumFolders.put(album.id(), folder);
        return folder;
    }

    /** What the owner has uploaded of what is in it: the rest belongs to others. */
    Page<ImageView> images(AlbumId album, PageRequest page) {
        Page<ImageView> all = views.images(viewer, album, AlbumSort.MANUAL, page);
        return new Page<>(all.items().stream().filter(view -> exported(view.image())).toList(), all.next());
    }

    private boolean exported(Image image) {
        return image.ownerId().equals(viewer.userId()) && !image.trashed();
    }

    private ExportedAlbum document(Album album, List<String> images) {
        String cover = Optional.ofNullable(album.coverImageId()).map(covers::get).map(Sha256::hex).orElse(null);
        String date = album.shootingDate() == null ? null : album.shootingDate().toString();
        return new ExportedAlbum(album.title(), album.description(), album.notes(), album.visibility().name().toLowerCase(Locale.ROOT),
                album.master(), album.sort().label(), date, album.watermark(), cover, album.createdAt().toString(), images,
                album.parentId() == null ? null : numbers.get(album.parentId()));
    }

    /** Of those that have been added. */
    Optional<Integer> number(AlbumId album) {
        return Optional.ofNullable(numbers.get(album));
    }

    /** With a slash at its end; empty for an image that is in no album but the one that holds everything. */
    String folder(ImageId image) {
        return folders.getOrDefault(image, "");
    }
}
