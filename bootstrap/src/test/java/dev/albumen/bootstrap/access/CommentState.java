package dev.albumen.bootstrap.access;

import dev.albumen.domain.social.Comment;

/** What {@link Person#VIEWER} said of the owner's images. */
enum CommentState {
    IN_PRIVATE(ImageState.IN_PRIVATE, Comment.State.SHOWN),
    IN_UNLISTED(ImageState.IN_UNLISTED, Comment.State.SHOWN),
    IN_PUBLIC(ImageState.IN_PUBLIC, Comment.State.SHOWN),
    HIDDEN(ImageState.IN_PUBLIC, Comment.State.HIDDEN_BY_OWNER),
    HIDDEN_BY_MODERATOR(ImageState.IN_PUBLIC, Comment.State.HIDDEN_BY_MODERATOR),
    DELETED(ImageState.IN_PUBLIC, Comment.State.DELETED);

    final ImageState image;
    final Comment.State shown;

    CommentState(ImageState image, Comment.State shown) {
        this.image = image;
        this.shown = shown;
    }
}
