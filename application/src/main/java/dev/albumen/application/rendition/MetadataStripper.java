package dev.albumen.application.rendition;

import dev.albumen.domain.image.MediaType;
import java.nio.file.Path;

/**
 * Makes the public form of an original: the same picture to the pixel, upright for every reader that honours
 * orientation, with its colour profile, and with nothing else that was written beside the pixels (EXIF, XMP, IPTC,
 * comments, embedded thumbnails, maker notes).
 */
public interface MetadataStripper {

    /** Whether this kind can be stripped without encoding it again. */
    boolean strips(MediaType mediaType);

    /**
     * Streams the stripped original into a file.
     *
     * @param to a path where no file is yet
     * @throws Renderer.UndecodableException where the file's structure does not hold
     */
    void strip(Path original, MediaType mediaType, Path to) throws Renderer.UndecodableException;
}
