package dev.albumen.domain.image;

/** Width and height in pixels, as a picture is shown: after its EXIF orientation is applied. */
public record Dimensions(int width, int height) {

    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no pixels: " + width + "×" + height);
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    public int longestEdge() {
        return Math.max(width, height);
    }

    /** Scaled down so that the longest edge is at most {@code edge}; never enlarged, never under one pixel. */
    public Dimensions within(int edge) {
        int longest = longestEdge();
        if (longest <= edge) {
            return this;
        }
        return new Dimensions(scaled(width, edge, longest), scaled(height, edge, longest));
    }

    private static int scaled(int length, int edge, int longest) {
        return (int) Math.max(1, Math.round((double) length * edge / longest));
    }
}
