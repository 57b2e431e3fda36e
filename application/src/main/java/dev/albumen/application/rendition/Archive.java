package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.storage.BlobStore;

/**
 * A ZIP archive that is made while it is read, of which all is known ahead but its entries' bytes.
 *
 * @param filename for saving it
 * @param entityTag names exactly these bytes, without quotes
 */
public record Archive(String filename, String entityTag, long byteSize, Parts parts) {

    /** Makes parts of the archive. */
    @FunctionalInterface
    public interface Parts {

        /**
         * Opens a part, for which no blob is read but those that it holds. The caller closes. The stream throws an
         * {@link java.io.IOException} where a blob is gone or no longer what it was, never ends early and never gives other bytes.
         *
         * @param offset first byte, at least 0 and at most the size
         * @param length number of bytes; not past the end
         */
        BlobStore.Content open(long offset, long length);
    }

    /**
     * One image of an archive.
     *
     * @param folder that it lies in, whose name is safe and ends with a slash; empty for none
     */
    public record Entry(ImageViews.Delivery image, Disclosure shown, String folder) {

        /** In no folder. */
        public Entry(ImageViews.Delivery image, Disclosure shown) {
            this(image, shown, "");
        }
    }
}
