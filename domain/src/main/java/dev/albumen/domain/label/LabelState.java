package dev.albumen.domain.label;

/** What became of a label. */
public enum LabelState {
    /** Nobody has decided. The next time the picture is labelled, it goes or stays as the labeler says. */
    SUGGESTED,
    /** The image bears it as a tag. */
    ACCEPTED,
    /** It never returns for this image, whatever labels it. */
    REJECTED
}
