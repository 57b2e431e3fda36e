package dev.albumen.domain.album;

/** Who can see an album besides its owner and members. */
public enum Visibility {
    PRIVATE,
    /** Everybody who knows its address; it is in no catalogue. */
    UNLISTED,
    /** Everybody; it is in the public catalogue. */
    PUBLIC
}
