package dev.albumen.domain.rendition;

import dev.albumen.domain.image.Watermark;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one rendition of a picture is made. Same original and same recipe give the same key, so a repeat overwrites
 * itself.
 *
 * @param version raised when the making changes, so that old results are not taken for new ones
 * @param mark that is burnt in; {@code null} for a clean rendition
 */
public record Recipe(RenditionSize size, RenditionFormat format, int version, @Nullable Watermark mark) {

    /** Of every recipe as it is now. Raised by one, all renditions are made anew: each when it is next asked for. */
    public static final int CURRENT_VERSION = 1;

    /** The preview of a picture that a JPEG does not show whole. */
    public static final Recipe SHOWS_ALL = of(RenditionSize.PREVIEW, RenditionFormat.WEBP);

    private static final Set<Recipe> AT_ONCE = Set.of(
            of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG), of(RenditionSize.THUMBNAIL, RenditionFormat.WEBP),
            of(RenditionSize.PREVIEW, RenditionFormat.JPEG));
    private static final int MAX_DIGITS = 6;
    private static final Pattern MARK = Pattern.compile("-w[0-9a-f]{12}(?=\\.)");

    /** Of a clean rendition. */
    public Recipe(RenditionSize size, RenditionFormat format, int version) {
        this(size, format, version, null);
    }

    /** The recipe as it is now. */
    public static Recipe of(RenditionSize size, RenditionFormat format) {
        return new Recipe(size, format, CURRENT_VERSION);
    }

    /**
     * What is made of every picture at once: what lists and screens show first, and everybody reads. All else is made when
     * somebody first asks for it.
     *
     * @param formats that the engine writes
     */
    public static Set<Recipe> madeAtOnce(Set<RenditionFormat> formats) {
        return madeAtOnce(formats, true);
    }

    /**
     * The same for a picture that was looked at.
     *
     * @param jpegShowsAll whether it stands still and nothing shines through it. Of others the preview is made as WebP too
     */
    public static Set<Recipe> madeAtOnce(Set<RenditionFormat> formats, boolean jpegShowsAll) {
        return Stream.concat(AT_ONCE.stream(), jpegShowsAll ? Stream.empty() : Stream.of(SHOWS_ALL))
                .filter(recipe -> formats.contains(recipe.format()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads the {@link #fileName} of a clean rendition; empty where it is none, such as that of a size that there once was.
     */
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

    /** The name of the clean rendition that a marked one was made of, by its name; other names are given back. */
    public static String cleanName(String fileName) {
        return MARK.matcher(fileName).replaceFirst("");
    }

    /** The same with a mark. */
    public Recipe marked(Watermark with) {
        return new Recipe(size, format, version, with);
    }

    /** Such as {@code thumbnail-v1.webp}, or {@code thumbnail-v1-w0123456789ab.webp}: the last part of the rendition's key. */
    public String fileName() {
        String burnt = mark == null ? "" : "-w" + mark.fingerprint();
        return size.label() + "-v" + version + burnt + "." + format.mediaType().extension();
    }
}
