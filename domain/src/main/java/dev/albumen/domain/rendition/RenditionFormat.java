package dev.albumen.domain.rendition;

import dev.albumen.domain.image.MediaType;

/** The formats in which a picture is shown. */
public enum RenditionFormat {
    /** Read by everything; without transparency. */
    JPEG(MediaType.JPEG),
    /** Smaller, and keeps transparency. */
    WEBP(MediaType.WEBP);

    private final MediaType mediaType;

    RenditionFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }
}
