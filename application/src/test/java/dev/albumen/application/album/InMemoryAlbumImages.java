package dev.albumen.application.album;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.album.Position;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps places in memory. */
public final class InMemoryAlbumImages implements AlbumImages {

    private record Place(AlbumId album, ImageId image) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTable<Place, Position> places;
    private final InMemoryAlbums albums;

    public InMemoryAlbumImages(InMemoryTransactions transactions, InMemoryAlbums albums, InMemoryImages images) {
        this.transactions = transactions;
        this.places = transactions.table();
        this.albums = albums;
        albums.whenDeleted(gone -> places.removeIf((place, position) -> place.album().equals(gone)));
        images.whenPurged(gone -> {
            places.removeIf((place, position) -> place.image().equals(gone));
            albums.uncover(album -> true, Set.of(gone));
        });
    }

    @Override
    public Set<ImageId> append(AlbumId album, List<ImageId> images, UserId addedBy, Instant now) {
        Set<ImageId> added = new LinkedHashSet<>();
        for (ImageId image : images) {
            if (!contains(album, image)) {
                Position last = inOrder(album).isEmpty() ? null : position(album, inOrder(album).getLast()).orElseThrow();
                places.put(new Place(album, image), Position.between(last, null));
                added.add(image);
            }
        }
        return added;
    }

    @Override
    public Set<ImageId> remove(AlbumId album, Collection<ImageId> images) {
        Set<ImageId> removed = images.stream().filter(image -> places.remove(new Place(album, image))).collect(Collectors.toSet());
        albums.uncover(one -> one.id().equals(album), removed);
        return removed;
    }

    @Override
    public List<ImageId> all(AlbumId album) {
        return inOrder(album);
    }

    @Override
    public boolean contains(AlbumId album, ImageId image) {
        return places.holds(new Place(album, image));
    }

    @Override
    public Optional<Position> position(AlbumId album, ImageId image) {
        return places.find(new Place(album, image));
    }

    @Override
    public void lock(AlbumId album) {
        transactions.requireWriting();
    }

    @Override
    public Optional<Position> next(AlbumId album, Optional<Position> position, ImageId except) {
        return inOrder(album).stream()
                .filter(image -> !image.equals(except))
                .map(image -> position(album, image).orElseThrow())
                .filter(place -> position.map(before -> place.compareTo(before) > 0).orElse(true))
                .findFirst();
    }

    @Override
    public void move(AlbumId album, ImageId image, Position to) {
        if (contains(album, image)) {
            places.put(new Place(album, image), to);
        }
    }

    /** The album's images in manual order. */
    public List<ImageId> inOrder(AlbumId album) {
        return places.all().entrySet().stream()
                .filter(row -> row.getKey().album().equals(album))
                .sorted(Map.Entry.comparingByValue())
                .map(row -> row.getKey().image())
                .toList();
    }

    /** The albums that hold the image. */
    public List<AlbumId> holding(ImageId image) {
        return places.all().keySet().stream().filter(place -> place.image().equals(image)).map(Place::album).toList();
    }
}
