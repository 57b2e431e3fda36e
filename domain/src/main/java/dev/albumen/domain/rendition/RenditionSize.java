package dev.albumen.domain.rendition;

import dev.albumen.domain.image.Dimensions;
import java.util.Locale;

/** The sizes in which a picture is shown. */
public enum RenditionSize {
    THUMBNAIL(320),
    PREVIEW(1440),
    LARGE(2560);

    private final int longestEdge;
    private final String label = name().toLowerCase(Locale.ROOT);

    RenditionSize(int longestEdge) {
        this.longestEdge = longestEdge;
    }

    /** Such as {@code thumbnail}. */
    public String label() {
        return label;
    }

    /** The smallest size that shows a picture no smaller than this one does, as nothing is ever enlarged; no thumbnail. */
    public RenditionSize sufficientFor(Dimensions picture) {
        return this == LARGE && picture.longestEdge() <= PREVIEW.longestEdge ? PREVIEW : this;
    }

    /** In pixels, at most: nothing is ever enlarged. */
    public int longestEdge() {
        return longestEdge;
    }
}
