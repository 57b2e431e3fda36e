package dev.albumen.domain.notice;

/** What the owner of a link is told by mail, unless they want it not. */
public enum NoticeKind {
    /** It was opened for the first time, or by one of its recipients for their first time. */
    OPENED,
    /** Somebody has submitted what they have chosen. */
    SUBMITTED,
    /** Somebody has sent images. */
    CONTRIBUTED,
    /** It is about to expire. */
    EXPIRING
}
