package dev.albumen.application.share;

import dev.albumen.application.album.AlbumTree;
import dev.albumen.application.album.InMemoryAlbums;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads projects in memory. */
public final class InMemoryProjectViews implements ProjectViews {

    private final InMemoryAlbums albums;
    private final AlbumTree tree;
    private final ShareViews shares;

    public InMemoryProjectViews(InMemoryAlbums albums, AlbumTree tree, ShareViews shares) {
        this.albums = albums;
        this.tree = tree;
        this.shares = shares;
    }

    @Override
    public Optional<SharedAlbum> find(AlbumId project, AlbumId album) {
        return albums.find(album).filter(one -> !album.equals(project) && tree.path(album).contains(project)).map(this::shared);
    }

    @Override
    public Optional<AlbumId> holding(AlbumId project, ImageId image) {
        return tree.within(project).stream().filter(album -> !album.equals(project))
                .filter(album -> shares.image(new SharedResource.OfAlbum(album), image).isPresent())
                .min(Comparator.comparing((AlbumId album) -> tree.path(album).size()).thenComparing(AlbumId::toString));
    }

    @Override
    public Page<SharedAlbum> list(AlbumId project, AlbumId holder, PageRequest page) {
        List<SharedAlbum> in = albums.all().stream()
                .filter(album -> holder.equals(album.parentId()) && tree.path(album.id()).contains(project))
                .sorted(Comparator.comparing((Album album) -> album.title().toLowerCase(Locale.ROOT))
                        .thenComparing(album -> album.id().toString()))
                .map(this::shared).toList();
        return InMemoryPages.cut(in, page, album -> album.id().toString());
    }

    private SharedAlbum shared(Album album) {
        SharedResource resource = new SharedResource.OfAlbum(album.id());
        List<ImageView> images = shares.images(resource, AlbumSort.MANUAL, PageRequest.first(200)).items();
        ImageView cover = Optional.ofNullable(album.coverImageId()).flatMap(id -> shares.image(resource, id))
                .orElse(images.isEmpty() ? null : images.getFirst());
        return new SharedAlbum(album.id(), album.parentId(), album.title(), album.description(), images.size(), album.sort(), cover);
    }
}
