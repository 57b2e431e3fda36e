package dev.albumen.domain.share;

/** What a link's holder may take home, in rising order. Seeing the pictures is always part of a link. */
public enum Download {
    NONE,
    /** The renditions, one by one and as an archive. */
    PREVIEW,
    /** The originals too. */
    ORIGINAL
}
