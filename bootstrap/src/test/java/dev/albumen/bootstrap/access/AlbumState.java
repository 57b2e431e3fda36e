package dev.albumen.bootstrap.access;

import dev.albumen.domain.album.Visibility;

/** The owner's albums. */
enum AlbumState {
    MASTER(Visibility.PRIVATE),
    PRIVATE(Visibility.PRIVATE),
    UNLISTED(Visibility.UNLISTED),
    PUBLIC(Visibility.PUBLIC);

    final Visibility visibility;

    AlbumState(Visibility visibility) {
        this.visibility = visibility;
    }

    boolean hasMembers() {
        return this != MASTER;
    }
}
