package dev.albumen.application.album;

import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** Albums with searches, and which of them may no longer hold what these find. */
public interface SearchedAlbums {

    /** All of an owner's. */
    List<AlbumId> of(UserId owner);

    /**
     * The albums with a search of one owner whose images, or what is said of them, or whose saved searches have changed since these were
     * asked for; empty where there is nobody. The owner is not named again until more changes. In the caller's transaction: where that
     * fails they are named again.
     */
    Optional<List<AlbumId>> due();
}
