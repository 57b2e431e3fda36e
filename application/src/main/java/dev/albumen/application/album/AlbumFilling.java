package dev.albumen.application.album;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.search.SavedSearches;
import dev.albumen.application.search.SearchReading;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has albums hold what a saved search of their owner finds among the owner's own images, and nothing else. */
public final class AlbumFilling {

    /** Images that such an album holds at most: the newest. */
    public static final int MOST = 10_000;

    /** Such albums that one owner has at most: all of them are looked at whenever something changes. */
    public static final int MOST_ALBUMS = 100;

    private final SavedSearches searches;
    private final SearchedAlbums searched;
    private final ImageViews images;
    private final AlbumImages places;

    public AlbumFilling(SavedSearches searches, SearchedAlbums searched, ImageViews images, AlbumImages places) {
        this.searches = searches;
        this.searched = searched;
        this.images = images;
        this.places = places;
    }

    /** Refuses one album too many, and a search that is not there, or that looks at albums: what is in these may hang on what it finds. */
    void requireFits(Album album) {
        SavedSearch search = search(album).orElseThrow(
                () -> Refusal.invalid("/searchId", "unknown-search", "The album's owner has no such search."));
        if (SearchReading.looksAtAlbums(SearchReading.read(search))) {
            throw Refusal.invalid("/searchId", "search-looks-at-albums", "An album cannot hold what hangs on albums or links.");
        }
        List<AlbumId> others = searched.of(album.ownerId());
        if (others.size() >= MOST_ALBUMS && !others.contains(album.id())) {
            throw new Refusal.Conflict("too-many-searched-albums",
                    "There are " + MOST_ALBUMS + " albums that hold what searches find already.").thrown();
        }
    }

    private Optional<SavedSearch> search(Album album) {
        SavedSearchId id = album.searchId();
        return id == null ? Optional.empty() : searches.find(album.ownerId(), id);
    }

    /**
     * In the caller's transaction. An album whose search is gone stays as it is.
     *
     * @return how many images it holds now
     */
    int fill(Album album, Instant now) {
        places.lock(album.id());
        List<ImageId> held = places.all(album.id());
        Optional<SavedSearch> search = search(album);
        if (search.isEmpty()) {
            return held.size();
        }
        List<ImageId> found = found(search.get());
        Set<ImageId> gone = new HashSet<>(held);
        found.forEach(gone::remove);
        if (!gone.isEmpty()) {
            places.remove(album.id(), gone);
        }
        Set<ImageId> there = Set.copyOf(held);
        List<ImageId> come = found.reversed().stream().filter(image -> !there.contains(image)).toList();
        if (!come.isEmpty()) {
            places.append(album.id(), come, album.ownerId(), now);
        }
        return found.size();
    }

    /** Nothing where its owner has changed it to one that does not fit. */
    private List<ImageId> found(SavedSearch search) {
        ImageSearch read = SearchReading.read(search);
        return SearchReading.looksAtAlbums(read) ? List.of() : images.own(search.ownerId(), read, MOST);
    }
}
