package dev.albumen.domain.album;

/** What a named user is to an album, in rising order. */
public enum AlbumRole {
    VIEWER,
    /** Adds own images, and takes them out again. */
    CONTRIBUTOR,
    /** Does everything but delete and share the album. */
    MANAGER
}
