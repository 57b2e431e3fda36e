package dev.albumen.domain.image;

/**
 * How large an uploaded picture may be.
 *
 * @param maxBytes of one file
 * @param maxPixels of one frame
 * @param maxMovingPixels of all frames together, where there are several
 * @param maxMovingEdge the longest edge of a picture of several frames, in pixels
 */
public record ImageLimits(long maxBytes, long maxPixels, long maxMovingPixels, int maxMovingEdge) {

    public static final ImageLimits DEFAULT = new ImageLimits(20L * 1024 * 1024, 200_000_000L);

    /** With the usual limits for moving pictures. */
    public ImageLimits(long maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, 500_000_000L, 16_384);
    }
}
