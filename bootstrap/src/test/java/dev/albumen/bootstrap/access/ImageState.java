package dev.albumen.bootstrap.access;

/** The owner's images: how far each has come, and which of the owner's albums holds it beside the master. */
enum ImageState {
    /** In no album but the master. */
    ALONE(AlbumState.MASTER),
    /** In no other album either, and a labeler is concerned about it. */
    UNDER_REVIEW(AlbumState.MASTER),
    /** The same, and a moderator has found nothing wrong with it. */
    REVIEWED(AlbumState.MASTER),
    IN_PRIVATE(AlbumState.PRIVATE),
    IN_UNLISTED(AlbumState.UNLISTED),
    IN_PUBLIC(AlbumState.PUBLIC),
    /** Shown with a mark to everybody but the owner. */
    MARKED(AlbumState.PUBLIC),
    PENDING(AlbumState.PUBLIC),
    FAILED(AlbumState.PUBLIC),
    TRASHED(AlbumState.PUBLIC);

    final AlbumState album;

    ImageState(AlbumState album) {
        this.album = album;
    }

    boolean ready() {
        return this != PENDING && this != FAILED;
    }

    boolean marked() {
        return this == MARKED;
    }

    /** The one in the trash is too, and not shown for it. */
    boolean underReview() {
        return this == UNDER_REVIEW || this == TRASHED || this == PENDING;
    }

    boolean trashed() {
        return this == TRASHED;
    }
}
