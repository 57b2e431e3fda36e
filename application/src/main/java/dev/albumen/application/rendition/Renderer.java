package dev.albumen.application.rendition;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.rendition.Recipe;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns an original into the pictures that are shown: upright, in sRGB, without any metadata, never enlarged. Hostile
 * input costs bounded time and memory.
 */
public interface Renderer {

    /**
     * Decodes once and writes the renditions of this picture: every {@code RenditionSize} as JPEG (flattened on white
     * where the original is transparent); the thumbnail as WebP too; the others as WebP too where the original is
     * transparent.
     *
     * @param into an empty folder for the results
     * @throws UndecodableException where the pixels do not decode
     */
    Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException;

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
