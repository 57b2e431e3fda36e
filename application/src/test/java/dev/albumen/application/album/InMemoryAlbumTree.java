package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Follows albums up and down, in memory. */
public final class InMemoryAlbumTree implements AlbumTree {

    private final InMemoryTransactions transactions;
    private final InMemoryAlbums albums;

    public InMemoryAlbumTree(InMemoryTransactions transactions, InMemoryAlbums albums) {
        this.transactions = transactions;
        this.albums = albums;
    }

    @Override
    public void lock(UserId owner) {
        transactions.requireWriting();
    }

    @Override
    public List<AlbumId> path(AlbumId album) {
        Deque<AlbumId> path = new ArrayDeque<>();
        for (Optional<Album> at = albums.find(album); at.isPresent();
                at = Optional.ofNullable(at.get().parentId()).flatMap(albums::find)) {
            path.addFirst(at.get().id());
        }
        return List.copyOf(path);
    }

    @Override
    public List<AlbumId> within(AlbumId album) {
        return albums.all().stream().map(Album::id).filter(id -> path(id).contains(album))
                .sorted(Comparator.comparing((AlbumId id) -> path(id).size()).thenComparing(id -> id.value().toString())).toList();
    }

    @Override
    public int height(AlbumId album) {
        if (albums.find(album).isEmpty()) {
            return 0;
        }
        return 1 + albums.all().stream().filter(one -> album.equals(one.parentId())).mapToInt(one -> height(one.id())).max().orElse(0);
    }
}
