package dev.albumen.domain.image;

/** What can be done to an image. */
public enum ImageAction {
    /** See it and its smaller renditions. */
    VIEW,
    /** Read what is said of it; whoever may also say something is {@code CommentAccess}'s to tell. */
    READ_COMMENTS,
    /** See its file name and what its metadata says, the place left out. */
    SEE_DETAILS,
    /** See all of its metadata, the place included. */
    SEE_PLACE,
    DOWNLOAD_ORIGINAL,
    /** Keep it for oneself: among one's favourites, on one's boards. */
    FAVORITE,
    /** Say that one likes it. */
    LIKE,
    /** Keep a rating of one's own. */
    RATE,
    /** Change its texts and tags. */
    CHANGE,
    /** Put it into an album. */
    PLACE,
    SHARE,
    /** Move it to the trash, restore it, purge it. */
    DELETE
}
