package dev.albumen.application.rendition;

import dev.albumen.domain.rendition.RenditionFormat;
import java.util.List;

/**
 * Which bytes of an image are wanted.
 *
 * @param formats that the client takes, best first; where none of them is there, it gets what is. Says nothing of an
 *     original
 */
public record Wanted(What what, List<RenditionFormat> formats) {

    private static final List<RenditionFormat> JPEG = List.of(RenditionFormat.JPEG);

    /** What everybody can read. */
    public static Wanted asJpeg(What what) {
        return new Wanted(what, JPEG);
    }

    /** The original, or one of the sizes. */
    public enum What { THUMBNAIL, PREVIEW, LARGE, ORIGINAL }
}
