package dev.albumen.domain.rendition;

import dev.albumen.domain.image.MediaType;

/** The formats in which a picture is shown. */
public enum RenditionFormat {
    /** Read by everything; without transparency, and still. */
    JPEG(MediaType.JPEG, true),
    /** Smaller, keeps transparency, and may move. */
    WEBP(MediaType.WEBP, true),
    /** Smallest, keeps transparency, and takes many times as long to write. */
    AVIF(MediaType.AVIF, false);

    private final MediaType mediaType;
    private final boolean takesMarks;

    RenditionFormat(MediaType mediaType, boolean takesMarks) {
        this.mediaType = mediaType;
        this.takesMarks = takesMarks;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Whether renditions with a mark are made in it. */
    public boolean takesMarks() {
        return takesMarks;
    }
}
