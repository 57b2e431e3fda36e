package dev.albumen.rest.shared;

import dev.albumen.application.storage.BlobStore;
import java.io.ByteArrayInputStream;

/**
 * Bytes of ours that are in memory.
 *
 * @param bytes not to be written to
 */
public record MemoryBytes(byte[] bytes) implements Bytes.Source {

    /** As something to send that nothing names but its content. */
    public static Bytes of(String mediaType, String cacheControl, byte[] bytes) {
        return new Bytes(mediaType, ETag.hash(bytes), cacheControl, null, new MemoryBytes(bytes));
    }

    @Override
    public Bytes.Whole whole() {
        return new Bytes.Whole.InMemory(bytes);
    }

    @Override
    public BlobStore.Content part(long offset, long length) {
        return new BlobStore.Content(bytes.length, new ByteArrayInputStream(bytes, (int) offset, (int) length));
    }

    @Override
    public long byteSize() {
        return bytes.length;
    }
}
