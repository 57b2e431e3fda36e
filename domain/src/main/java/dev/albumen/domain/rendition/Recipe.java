package dev.albumen.domain.rendition;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one rendition of a picture is made. Same original and same recipe give the same key, so a repeat overwrites
 * itself.
 *
 * @param version raised when the making changes, so that old results are not taken for new ones
 */
public record Recipe(RenditionSize size, RenditionFormat format, int version) {

    /** Of every recipe as it is now. Raised by one, all renditions are made anew: each when it is next asked for. */
    public static final int CURRENT_VERSION = 1;

    private static final int MAX_DIGITS = 6;

    /** The recipe as it is now. */
    public static Recipe of(RenditionSize size, RenditionFormat format) {
        return new Recipe(size, format, CURRENT_VERSION);
    }

    /**
     * What is made of every picture at once: each size as JPEG and as WebP.
     *
     * @param formats that the engine writes
     */
    public static Set<Recipe> madeAtOnce(Set<RenditionFormat> formats) {
        return formats.stream().filter(RenditionFormat::madeAtOnce)
                .flatMap(format -> Arrays.stream(RenditionSize.values()).map(size -> of(size, format)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads a {@link #fileName}; empty where it is none, such as that of a size that there once was. */
    public static Optional<Recipe> parse(String fileName) {
        int dash = fileName.lastIndexOf("-v");
        int dot = fileName.indexOf('.', dash + 1);
        if (dash < 1 || dot < 0 || dot > dash + 2 + MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            int version = Integer.parseInt(fileName, dash + 2, dot, 10);
            return Arrays.stream(RenditionSize.values())
                    .flatMap(size -> Arrays.stream(RenditionFormat.values()).map(format -> new Recipe(size, format, version)))
                    .filter(recipe -> recipe.fileName().equals(fileName)).findFirst();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Such as {@code thumbnail-v1.webp}: the last part of the rendition's key. */
    public String fileName() {
        return size.label() + "-v" + version + "." + format.mediaType().extension();
    }
}
