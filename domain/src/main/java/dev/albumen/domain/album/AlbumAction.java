package dev.albumen.domain.album;

/** What can be done to an album. */
public enum AlbumAction {
    VIEW,
    /** Add own images, and take them out again. */
    CONTRIBUTE,
    /** Change its texts, cover and order; take out anybody's images. */
    CHANGE,
    MANAGE_MEMBERS,
    /** Read and write the private notes. */
    READ_NOTES,
    /** Make links to it, and say who else may see it. */
    SHARE,
    /** Make it somebody else's. */
    TRANSFER,
    DELETE
}
