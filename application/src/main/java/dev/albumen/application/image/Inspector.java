package dev.albumen.application.image;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.RefusedException;
import java.nio.file.Path;
import java.util.Set;

/** Tells from a file's signature, header and structure what it is, without decoding a pixel. */
public interface Inspector {

    /** The kinds that this instance can show. */
    Set<MediaType> accepted();

    /**
     * Looks at a file. Fast, and in constant memory whatever the file claims.
     *
     * @throws RefusedException {@code UnsupportedType} for a kind that is not accepted, listing those that are;
     *     {@code Unprocessable} for one that is truncated or broken by its structure; {@code TooLarge} over the limit of
     *     pixels
     */
    Inspection inspect(Path file);

    /** @param dimensions as shown, after orientation */
    record Inspection(MediaType mediaType, Dimensions dimensions) {}
}
