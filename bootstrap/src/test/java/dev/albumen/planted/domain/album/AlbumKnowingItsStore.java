package dev.albumen.planted.domain.album;

import dev.albumen.planted.persistence.album.AlbumRow;

/** The domain knows an adapter. */
public record AlbumKnowingItsStore(AlbumRow row) {}
