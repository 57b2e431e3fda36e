package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps albums in memory. */
public final class InMemoryAlbums implements Albums {

    private final InMemoryTable<AlbumId, Album> albums;
    private final List<Consumer<AlbumId>> hangingOn = new ArrayList<>();

    public InMemoryAlbums(InMemoryTransactions transactions) {
        this.albums = transactions.table();
    }

    /** Says what goes with a deleted album. */
    public void whenDeleted(Consumer<AlbumId> act) {
        hangingOn.add(act);
    }

    public List<Album> all() {
        return List.copyOf(albums.all().values());
    }

    @Override
    public void add(Album album) {
        if (albums.holds(album.id()) || album.master() && master(album.ownerId()).isPresent()) {
            throw new IllegalStateException("there already: " + album);
        }
        albums.put(album.id(), album);
    }

    @Override
    public Optional<Album> find(AlbumId id) {
        return albums.find(id);
    }

    @Override
    public Optional<Album> master(UserId owner) {
        return all().stream().filter(album -> album.master() && album.ownerId().equals(owner)).findFirst();
    }

    @Override
    public Album save(Album album) {
        if (find(album.id()).filter(stored -> stored.version() == album.version()).isEmpty()) {
            throw new LostRaceException();
        }
        return put(album, album.coverImageId());
    }

    @Override
    public void delete(AlbumId id) {
        all().stream().filter(album -> id.equals(album.parentId())).forEach(inner -> delete(inner.id()));
        albums.remove(id);
        hangingOn.forEach(act -> act.accept(id));
    }

    /** Takes a cover away where it is one of these. */
    void uncover(Predicate<Album> which, Collection<ImageId> gone) {
        all().stream()
                .filter(album -> which.test(album) && album.coverImageId() != null && gone.contains(album.coverImageId()))
                .forEach(album -> put(album, null));
    }

    private Album put(Album album, @Nullable ImageId cover) {
        Album next = new Album(album.id(), album.ownerId(), album.parentId(), album.title(), album.description(), album.notes(),
                album.visibility(), album.master(), cover, album.sort(), album.shootingDate(), album.watermark(), album.searchId(),
                album.createdAt(),
                album.updatedAt(), album.version() + 1);
        albums.put(next.id(), next);
        return next;
    }
}
