package dev.albumen.domain.social;

/** What can be done to a comment. */
public enum CommentAction {
    READ,
    LIKE,
    /** Tell the moderators of it. */
    REPORT,
    /** Change its text. */
    CHANGE,
    DELETE,
    /** Keep it from being shown, or show it again. */
    HIDE
}
