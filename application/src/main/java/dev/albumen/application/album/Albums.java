package dev.albumen.application.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import java.util.Optional;

/** The albums. Every user has one master album. */
public interface Albums {

    void add(Album album);

    Optional<Album> find(AlbumId id);

    /** The album that holds everything the user uploaded; empty only where the user does not exist. */
    Optional<Album> master(UserId owner);

    /**
     * Keeps a changed album.
     *
     * @param album as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    Album save(Album album);

    /** Removes the album, its places, members and links; never its images. One that is gone is no error. */
    void delete(AlbumId id);
}
