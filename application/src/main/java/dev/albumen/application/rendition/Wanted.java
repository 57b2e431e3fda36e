package dev.albumen.application.rendition;

/**
 * Which bytes of an image are wanted.
 *
 * @param webp whether the client takes WebP
 */
public record Wanted(What what, boolean webp) {

    /** The original, or one of the sizes. */
    public enum What { THUMBNAIL, PREVIEW, LARGE, ORIGINAL }
}
