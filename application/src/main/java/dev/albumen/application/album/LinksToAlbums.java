package dev.albumen.application.album;

import dev.albumen.domain.shared.AlbumId;

/** The share links to albums, as far as albums know of them. */
public interface LinksToAlbums {

    /** Ends all links to an album and to those in it, with all that came by them, and tells how many there were. */
    int end(AlbumId album);
}
