package dev.albumen.application.rendition;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns an original into the pictures that are shown: upright, in sRGB, without any metadata, never enlarged. Hostile
 * input costs bounded time and memory.
 */
public interface Renderer {

    /** What this engine can write, the same for as long as it runs. JPEG always. */
    Set<RenditionFormat> formats();

    /**
     * Decodes once, no larger than it needs, and writes what is made of this picture at once, as far as {@link #formats} go:
     * thumbnail and preview as JPEG, flattened on white where something shines through, and the thumbnail as WebP. The
     * preview as WebP too where the JPEG does not show all: where something shines through, or the picture moves and the
     * engine keeps that.
     *
     * @param into an empty folder for the results
     * @throws UndecodableException where the pixels do not decode
     */
    Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException;

    /**
     * Makes one rendition of an original or of another rendition, which stays as it is. Everything holds that holds for
     * {@link #render}: upright, in sRGB, without metadata, never enlarged; transparent and moving as far as the recipe goes.
     * Whatever else a recipe will ask for (such as a mark that is burnt in) is done here too, with the pixels of a clean
     * rendition.
     *
     * <p>A logo that is to be burnt in is trusted as little as an original: it costs bounded time and memory too.
     *
     * @param source at least as large as the recipe asks for, or as large as the original
     * @param mediaType of the source
     * @param recipe in one of this engine's {@link #formats}
     * @param into a folder for the result; where the recipe's mark is a logo, its file is there under its name
     * @return the result, in that folder
     * @throws UndecodableException where the source does not decode, or the logo
     * @throws IllegalArgumentException where this engine does not write the recipe's format
     */
    Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException;

    /**
     * The results.
     *
     * @param files one for each recipe made, in the given folder
     * @param video what was learned of a video; {@code null} for all else
     */
    record Rendered(Map<Recipe, Path> files, Appearance appearance, @Nullable Video video) {

        /** Of a picture. */
        public Rendered(Map<Recipe, Path> files, Appearance appearance) {
            this(files, appearance, null);
        }
    }

    /** The file cannot be made into a picture; the message says why, for the owner to read. */
    final class UndecodableException extends Exception {

        public UndecodableException(String reason, Throwable cause) {
            super(reason, cause);
        }

        public UndecodableException(String reason) {
            super(reason);
        }
    }
}
