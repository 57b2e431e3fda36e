package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A ZIP archive that is made while it is read.
 *
 * @param filename for saving it
 */
public record Archive(String filename, Content content) {

    /** Writes the archive's bytes. */
    @FunctionalInterface
    public interface Content {

        /** Writes everything and leaves the stream open. What the stream throws ends the writing. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** One image of an archive. */
    public record Entry(ImageViews.Delivery image, Disclosure shown) {}
}
