package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has albums of searches follow what has changed. Nobody did this to them, so the audit trail tells of what changed alone. */
public final class FillAlbums {

    /** Owners in one run; the next one goes on. */
    private static final int MOST = 1000;

    private final Transactions transactions;
    private final SearchedAlbums searched;
    private final Albums albums;
    private final AlbumImages places;
    private final AlbumFilling filling;
    private final InstantSource clock;

    public FillAlbums(
            Transactions transactions, SearchedAlbums searched, Albums albums, AlbumImages places, AlbumFilling filling, InstantSource clock) {
        this.transactions = transactions;
        this.searched = searched;
        this.albums = albums;
        this.places = places;
        this.filling = filling;
        this.clock = clock;
    }

    public record Command() {}

    /** How many owners' albums were looked at. */
    public int handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        int owners = 0;
        while (owners < MOST && transactions.write(this::fillOne)) {
            owners++;
        }
        return owners;
    }

    private boolean fillOne() {
        Optional<List<AlbumId>> due = searched.due();
        due.ifPresent(ids -> ids.forEach(this::fill));
        return due.isPresent();
    }

    /** As it is once nobody else changes it. */
    private void fill(AlbumId id) {
        places.lock(id);
        albums.find(id).filter(album -> album.searchId() != null).ifPresent(this::fill);
    }

    private void fill(Album album) {
        filling.fill(album, clock.instant());
    }
}
