package dev.albumen.domain.rendition;

import dev.albumen.domain.image.MediaType;

/** The formats in which a picture is shown. */
public enum RenditionFormat {
    /** Read by everything; without transparency. */
    JPEG(MediaType.JPEG, true),
    /** Smaller, and keeps transparency. */
    WEBP(MediaType.WEBP, true),
    /** Smallest, keeps transparency, and takes many times as long to write: made once somebody asks for it. */
    AVIF(MediaType.AVIF, false);

    private final MediaType mediaType;
    private final boolean atOnce;

    RenditionFormat(MediaType mediaType, boolean atOnce) {
        this.mediaType = mediaType;
        this.atOnce = atOnce;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Whether it is made with the picture, rather than when it is first asked for. */
    public boolean madeAtOnce() {
        return atOnce;
    }

    /** Whether renditions with a mark are made in it. */
    public boolean takesMarks() {
        return atOnce;
    }
}
