package dev.albumen.application.rendition;

/**
 * What of an image whoever gets its bytes may know.
 *
 * @param details whether the file's own name may be told
 * @param place whether the metadata inside the original may be told; without, an original comes stripped
 * @param marked whether it is shown with its mark alone; then no original is given
 */
public record Disclosure(boolean details, boolean place, boolean marked) {

    /** The owner's. */
    public static final Disclosure EVERYTHING = new Disclosure(true, true, false);
}
