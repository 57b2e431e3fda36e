package dev.albumen.domain.tag;

/** Who gave an image a tag. */
public enum TagSource {
    USER,
    LABELER
}
