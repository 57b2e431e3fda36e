package dev.albumen.domain.rendition;

/**
 * How one rendition of a picture is made. Same original and same recipe give the same key, so a repeat overwrites
 * itself.
 *
 * @param version raised when the making changes, so that old results are not taken for new ones
 */
public record Recipe(RenditionSize size, RenditionFormat format, int version) {

    public static Recipe of(RenditionSize size, RenditionFormat format) {
        return new Recipe(size, format, 1);
    }

    /** Such as {@code thumbnail-v1.webp}: the last part of the rendition's key. */
    public String fileName() {
        return size.name().toLowerCase(java.util.Locale.ROOT) + "-v" + version + "." + format.mediaType().extension();
    }
}
