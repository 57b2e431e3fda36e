package dev.albumen.application.rendition;

import org.jspecify.annotations.Nullable;

/**
 * What of an image whoever gets its bytes may know.
 *
 * @param details whether the file's own name may be told
 * @param place whether the metadata inside the original may be told; without, an original comes stripped
 * @param marked whether it is shown with its mark alone; then no original is given
 * @param seenBy whose name stands in the mark beside its own text; {@code null} for nobody's
 */
public record Disclosure(boolean details, boolean place, boolean marked, @Nullable String seenBy) {

    /** To nobody in particular. */
    public Disclosure(boolean details, boolean place, boolean marked) {
        this(details, place, marked, null);
    }

    /** The owner's. */
    public static final Disclosure EVERYTHING = new Disclosure(true, true, false);
}
