package dev.albumen.rest.shared;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be sent, whole or in part.
 *
 * @param tag names these very bytes; becomes their entity tag
 * @param cacheControl who may keep them, and how long
 * @param disposition the {@code Content-Disposition}, as {@link Disposition} makes it
 * @param digest of all the bytes, for those who may know it; {@code null} where it is not told
 */
public record Bytes(
        String mediaType, String tag, String cacheControl, @Nullable String disposition, @Nullable Sha256 digest, Source source) {

    /** Bytes whose digest is not told. */
    public Bytes(String mediaType, String tag, String cacheControl, @Nullable String disposition, Source source) {
        this(mediaType, tag, cacheControl, disposition, null, source);
    }

    /** The tag as a header says it. */
    public String entityTag() {
        return '"' + tag + '"';
    }

    /** Whether somebody who has what {@code If-None-Match} names has these bytes. */
    public boolean areNamed(@Nullable String ifNoneMatch) {
        return ETag.isNamed(ifNoneMatch, entityTag());
    }

    /** Whether somebody who insists on what {@code If-Match} names insists on something else. */
    public boolean areOthersThan(@Nullable String ifMatch) {
        return ifMatch != null && !ETag.isNamedStrongly(ifMatch, entityTag());
    }

    /** Everything, as it is at hand. */
    public sealed interface Whole {

        /** Not to be written to. */
        record InMemory(byte[] bytes) implements Whole {}

        record Open(BlobStore.Content content) implements Whole {}
    }

    /** Where the bytes are. Of its methods one or two are called, and none for a 304. */
    public interface Source {

        /** Everything. */
        Whole whole();

        /**
         * Opens a part.
         *
         * @param offset first byte, below the size
         * @param length number of bytes, at least 1
         */
        BlobStore.Content part(long offset, long length);

        /** How many bytes there are. */
        long byteSize();
    }
}
