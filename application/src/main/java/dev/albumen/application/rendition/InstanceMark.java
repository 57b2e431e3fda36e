package dev.albumen.application.rendition;

import dev.albumen.domain.image.MarkStyle;
import org.jspecify.annotations.Nullable;

/**
 * How this instance marks the pictures of those who have not decided for themselves.
 *
 * @param logo the file of the style's logo, so that no store has to have it; {@code null} where there is none
 */
public record InstanceMark(MarkStyle style, byte @Nullable [] logo) {

    /** What there is without settings. */
    public static final InstanceMark DEFAULT = new InstanceMark(MarkStyle.DEFAULT, null);
}
