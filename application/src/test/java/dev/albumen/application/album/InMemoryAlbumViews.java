package dev.albumen.application.album;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.InMemoryImageViews;
import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Position;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads albums in memory, asking the policy about each. */
public final class InMemoryAlbumViews implements AlbumViews {

    private final InMemoryAlbums albums;
    private final InMemoryAlbumImages places;
    private final AlbumMembers members;
    private final InMemoryImages images;
    private final InMemoryImageViews views;

    public InMemoryAlbumViews(
            InMemoryAlbums albums, InMemoryAlbumImages places, AlbumMembers members, InMemoryImages images,
            InMemoryImageViews views) {
        this.albums = albums;
        this.places = places;
        this.members = members;
        this.images = images;
        this.views = views;
    }

    @Override
    public Optional<AlbumView> find(Viewer viewer, AlbumId id) {
        return albums.find(id).filter(album -> seen(viewer, album)).map(album -> view(viewer, album));
    }

    @Override
    public Page<AlbumView> list(Viewer viewer, Search search, PageRequest page) {
        return cut(newestFirst()
                .filter(album -> search.owner() != null ? album.ownerId().equals(search.owner()) && listed(viewer, album)
                        : search.place() instanceof Place.In ? listed(viewer, album) : belongs(viewer, album))
                .filter(album -> lies(viewer, album, search.place()))
                .filter(album -> search.visibility() == null || album.visibility() == search.visibility())
                .filter(album -> matches(album, search.words()))
                .map(album -> view(viewer, album)).toList(), page);
    }

    @Override
    public Page<AlbumView> catalogue(Viewer viewer, @Nullable String words, PageRequest page) {
        return cut(newestFirst()
                .filter(album -> album.visibility() == Visibility.PUBLIC && matches(album, words))
                .map(album -> view(viewer, album)).toList(), page);
    }

    @Override
    public Page<ImageView> images(Viewer viewer, AlbumId album, AlbumSort sort, PageRequest page) {
        List<ImageView> shown = inOrder(album, sort)
                .filter(image -> !image.trashed() && (image.ready() || insider(viewer, image)))
                .map(image -> views.listed(viewer, image.id())).toList();
        return InMemoryPages.cut(shown, page, view -> view.image().id().toString());
    }

    @Override
    public Page<ImageViews.Delivery> entries(AlbumId album, PageRequest page) {
        List<Image> rest = inOrder(album, AlbumSort.MANUAL)
                .filter(image -> image.ready() && !image.trashed())
                .filter(image -> page.after().isEmpty() || follows(album, image, page.after().get()))
                .toList();
        return Page.of(rest, page.limit(), image -> place(album, image)).map(image -> views.delivery(Viewer.ANONYMOUS, image));
    }

    private boolean follows(AlbumId album, Image image, Keyset place) {
        int order = position(album, image).compareTo(new Position(new BigDecimal(place.values().getFirst())));
        return order > 0 || order == 0 && image.id().toString().compareTo(place.values().getLast()) > 0;
    }

    private Keyset place(AlbumId album, Image image) {
        return new Keyset(List.of(position(album, image).value().toPlainString(), image.id().toString()));
    }

    private Position position(AlbumId album, Image image) {
        return places.position(album, image.id()).orElseThrow();
    }

    /** The album's images in an order. */
    public Stream<Image> inOrder(AlbumId album, AlbumSort sort) {
        Stream<Image> manual = places.inOrder(album).stream().map(id -> images.find(id).orElseThrow());
        return switch (sort) {
            case MANUAL -> manual;
            case TAKEN_AT -> manual.sorted(Comparator.comparing(InMemoryAlbumViews::taken));
            case TAKEN_AT_DESCENDING -> manual.sorted(Comparator.comparing(InMemoryAlbumViews::taken).reversed());
            case CREATED_AT_DESCENDING -> manual.sorted(Comparator.comparing((Image image) -> image.id().toString()).reversed());
            case FILENAME -> manual.sorted(Comparator.comparing(Image::filename));
        };
    }

    public boolean holds(AlbumId album, ImageId image) {
        return places.contains(album, image);
    }

    private static Instant taken(Image image) {
        return image.takenAt() == null ? Instant.EPOCH : image.takenAt();
    }

    private boolean lies(Viewer viewer, Album album, @Nullable Place place) {
        AlbumId parent = shown(viewer, album).parentId();
        return switch (place) {
            case null -> true;
            case Place.Top top -> parent == null;
            case Place.In(AlbumId holder) -> holder.equals(parent);
        };
    }

    /** Without what is hidden from the viewer. */
    private Album shown(Viewer viewer, Album album) {
        boolean hidden = album.parentId() != null && !seen(viewer, albums.find(album.parentId()).orElseThrow());
        return hidden ? album.withoutParent() : album;
    }

    private boolean seen(Viewer viewer, Album album) {
        return AlbumAccess.allowed(viewer, album, role(viewer, album).orElse(null)).contains(AlbumAction.VIEW);
    }

    /** What only its address shows is not listed to strangers. */
    private boolean listed(Viewer viewer, Album album) {
        return seen(viewer, album) && (album.visibility() != Visibility.UNLISTED || belongs(viewer, album) || viewer.is(Role.ADMIN));
    }

    private boolean belongs(Viewer viewer, Album album) {
        return viewer.user().equals(Optional.of(album.ownerId())) || role(viewer, album).isPresent();
    }

    private Optional<AlbumRole> role(Viewer viewer, Album album) {
        return viewer.user().flatMap(user -> members.role(album.id(), user));
    }

    private AlbumView view(Viewer viewer, Album album) {
        boolean owner = viewer.user().equals(Optional.of(album.ownerId()));
        long count = places.inOrder(album.id()).stream().map(id -> images.find(id).orElseThrow())
                .filter(image -> !image.trashed() && (image.ready() || owner && image.ownerId().equals(album.ownerId())))
                .count();
        return new AlbumView(shown(viewer, album), Math.toIntExact(count), role(viewer, album).orElse(null));
    }

    private static boolean insider(Viewer viewer, Image image) {
        return viewer.user().equals(Optional.of(image.ownerId())) || viewer.is(Role.ADMIN);
    }

    private static boolean matches(Album album, @Nullable String words) {
        String text = (album.title() + " " + album.description()).toLowerCase(Locale.ROOT);
        return words == null || text.contains(words.toLowerCase(Locale.ROOT));
    }

    private Stream<Album> newestFirst() {
        return albums.all().stream().sorted(Comparator.comparing((Album album) -> album.id().toString()).reversed());
    }

    private static Page<AlbumView> cut(List<AlbumView> views, PageRequest page) {
        return InMemoryPages.cut(views, page, view -> view.album().id().toString());
    }
}
