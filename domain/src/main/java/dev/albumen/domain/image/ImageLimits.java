package dev.albumen.domain.image;

/**
 * How large an uploaded picture may be.
 *
 * @param maxBytes of one file
 * @param maxPixels of one frame
 */
public record ImageLimits(long maxBytes, long maxPixels) {

    public static final ImageLimits DEFAULT = new ImageLimits(20L * 1024 * 1024, 200_000_000L);
}
