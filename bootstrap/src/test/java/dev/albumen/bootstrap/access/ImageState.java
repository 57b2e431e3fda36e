package dev.albumen.bootstrap.access;

/** The owner's images: how far each has come, and which of the owner's albums holds it beside the master. */
enum ImageState {
    /** In no album but the master. */
    ALONE(AlbumState.MASTER),
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

    boolean trashed() {
        return this == TRASHED;
    }
}
