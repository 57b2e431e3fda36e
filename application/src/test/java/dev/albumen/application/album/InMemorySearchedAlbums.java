package dev.albumen.application.album;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks in memory whether an owner's images are the same as before, and forgets it where a transaction fails. */
public final class InMemorySearchedAlbums implements SearchedAlbums {

    private final InMemoryAlbums albums;
    private final InMemoryImages images;
    private final Map<UserId, List<Image>> seen = new HashMap<>();

    public InMemorySearchedAlbums(InMemoryAlbums albums, InMemoryImages images) {
        this.albums = albums;
        this.images = images;
    }

    @Override
    public List<AlbumId> of(UserId owner) {
        return searched().stream().filter(album -> album.ownerId().equals(owner)).map(Album::id).toList();
    }

    @Override
    public Optional<List<AlbumId>> due() {
        return searched().stream().map(Album::ownerId).distinct().filter(owner -> !images(owner).equals(seen.get(owner))).findFirst().map(owner -> {
            seen.put(owner, images(owner));
            return of(owner);
        });
    }

    private List<Album> searched() {
        return albums.all().stream().filter(album -> album.searchId() != null).toList();
    }

    private List<Image> images(UserId owner) {
        return images.all().stream().filter(image -> image.ownerId().equals(owner)).toList();
    }
}
