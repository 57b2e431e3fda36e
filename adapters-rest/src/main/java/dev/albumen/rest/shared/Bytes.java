package dev.albumen.rest.shared;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be sent, whole or in part.
 *
 * @param byteSize of the whole
 * @param tag names these very bytes; becomes their entity tag
 * @param cacheControl who may keep them, and how long
 * @param disposition the {@code Content-Disposition}, as {@link Disposition} makes it
 * @param opener opens them; called at most once, and not for a HEAD or a 304
 */
public record Bytes(
        long byteSize, String mediaType, String tag, String cacheControl, @Nullable String disposition, Opener opener) {

    /** Opens a part of the bytes; the stream ends after it, or later. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @param offset first byte
         * @param length number of bytes, at least 1
         */
        InputStream open(long offset, long length);
    }
}
