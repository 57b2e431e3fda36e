package dev.albumen.domain.rendition;

/** The sizes in which a picture is shown. */
public enum RenditionSize {
    THUMBNAIL(320),
    PREVIEW(1440),
    LARGE(2560);

    private final int longestEdge;

    RenditionSize(int longestEdge) {
        this.longestEdge = longestEdge;
    }

    /** In pixels, at most: nothing is ever enlarged. */
    public int longestEdge() {
        return longestEdge;
    }
}
