package dev.albumen.domain.image;

/**
 * What the albums that hold an image, taken together, make a viewer to it; where they make them nothing, an open review may still. In
 * rising order.
 */
public enum Reach {
    /** No album shows it to the viewer. */
    NONE,
    /** No album shows it to the viewer, who is a moderator, and a review of it is open. */
    REVIEW,
    /** A public or unlisted album holds it. */
    PUBLIC,
    /** The viewer owns an album that holds it, or is a member of one. */
    MEMBER
}
