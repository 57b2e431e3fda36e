package dev.albumen.application.rendition;

import dev.albumen.domain.image.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * The mark of this instance's images.
 *
 * @param text {@code null} for the name of each image's owner
 */
public record InstanceMark(@Nullable String text, Watermark.Place place, double opacity) {

    /** What there is without settings. */
    public static final InstanceMark DEFAULT =
            new InstanceMark(null, Watermark.Place.BOTTOM_RIGHT, Watermark.DEFAULT_OPACITY);
    /** For names that cannot be marks. */
    private static final String NAMELESS = "©";

    /** The mark for an image of somebody so called. */
    Watermark of(String ownerName) {
        return new Watermark(text == null ? markable(ownerName) : text, place, opacity, Watermark.DEFAULT_TEXT_SIZE);
    }

    private static String markable(String name) {
        int end = name.offsetByCodePoints(0, Math.min(name.codePointCount(0, name.length()), Watermark.MAX_TEXT));
        String cut = name.substring(0, end).strip();
        return Watermark.isText(cut) ? cut : NAMELESS;
    }
}
