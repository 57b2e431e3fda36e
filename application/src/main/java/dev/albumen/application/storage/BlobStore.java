package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps whole blobs under keys. A reader sees a whole blob or none, whatever happens meanwhile. Every method throws
 * {@link DependencyException} where the storage does not answer, and is safe to call from many threads.
 */
public interface BlobStore {

    /**
     * Keeps the file's bytes under the key, in place of what was there. On return they are durable: they survive a power
     * cut. Where equal bytes were there, a store may keep those, but only if it knows that they are equal by more than the
     * key or the size, since a damaged blob is mended by putting it again. The blob's {@code modifiedAt} is renewed even where equal bytes were there already. The file passes to the
     * store, which may move it away or leave it for the caller to delete.
     */
    void put(BlobKey key, Path file);

    /** Size and age of a blob; empty where there is none. */
    Optional<Stat> stat(BlobKey key);

    /** Opens a whole blob; empty where there is none. The caller closes. */
    Optional<Content> open(BlobKey key);

    /**
     * Opens a part of a blob; empty where there is none. The caller closes.
     *
     * @param offset first byte, at least 0 and below the blob's size
     * @param length number of bytes, at least 1; what lies past the end is left out
     * @throws IllegalArgumentException for any other offset or length
     */
    Optional<Content> open(BlobKey key, long offset, long length);

    /** A blob as a local file, for readers that need one; empty where there is none. The caller closes. */
    Optional<LocalFile> fetch(BlobKey key);

    /** Removes a blob. One that is not there is no error. */
    void delete(BlobKey key);

    /**
     * Lists blobs in the order of their keys' bytes. Blobs that come or go meanwhile may be missed or listed.
     *
     * @param prefix a {@linkplain BlobKey#folder folder}: whole segments and a slash
     * @param after lists keys greater than this; empty for the start
     * @param limit 1 to 1000
     * @throws IllegalArgumentException for any other prefix or limit
     */
    List<Stat> list(String prefix, Optional<BlobKey> after, int limit);

    /** @param modifiedAt when it was last put */
    record Stat(BlobKey key, long byteSize, Instant modifiedAt) {}

    /**
     * An open blob or part of one.
     *
     * @param byteSize of the whole blob
     * @param stream the wanted bytes; throws an {@link java.io.IOException} where the storage breaks off, never ends early
     */
    record Content(long byteSize, InputStream stream) implements AutoCloseable {
        @Override
        public void close() {
            try {
                stream.close();
            } catch (java.io.IOException e) {
                throw new DependencyException("a blob's stream did not close", e);
            }
        }
    }

    /** A readable local copy; closing removes it where it is only a copy. Never write to it. */
    interface LocalFile extends AutoCloseable {

        Path path();

        @Override
        void close();
    }
}
