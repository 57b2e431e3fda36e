package dev.albumen.bootstrap.access;

/** The owner's links, all to the album that holds {@link ImageState#IN_PRIVATE}, unless they say otherwise. */
enum ShareState {
    ACTIVE,
    /** Gives nothing away to keep, and lets nobody choose. */
    VIEW_ONLY,
    WITH_PASSWORD,
    INACTIVE,
    EXPIRED,
    NOT_STARTED,
    /** Takes images from whoever holds it. */
    TAKING_UPLOADS,
    /** Opened as often as it may be. */
    USED_UP,
    /** To the image {@link ImageState#TRASHED}. */
    OF_TRASHED_IMAGE,
    /** Made by an account that is disabled by now. */
    OF_DISABLED_OWNER
}
