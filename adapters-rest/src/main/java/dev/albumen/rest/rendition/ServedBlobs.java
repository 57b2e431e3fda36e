package dev.albumen.rest.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.rest.shared.Bytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Blobs as something to send. Small renditions stay in memory for a while: a key names its content, so they cannot be
 * outdated, and whether somebody may have them is asked before, each time.
 */
@Singleton
public final class ServedBlobs {

    private static final int SMALL = 64 << 10;
    private static final long KEPT_BYTES = 16L << 20;

    private final Cache<BlobKey, byte[]> small = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((BlobKey key, byte[] bytes) -> bytes.length)
            .build();
    private final BlobStore blobs;

    ServedBlobs(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** A blob that is known to be there: that it is missing is the storage's failure. */
    public Bytes.Source of(BlobKey key) {
        return new Blob(key);
    }

    /** A rendition that is in memory already; {@code null} where it has to be read first. */
    byte @Nullable [] kept(BlobKey key) {
        return small.getIfPresent(key);
    }

    private final class Blob implements Bytes.Source {

        private final BlobKey key;

        private Blob(BlobKey key) {
            this.key = key;
        }

        @Override
        public Bytes.Whole whole() {
            byte[] kept = small.getIfPresent(key);
            return kept == null ? opened() : new Bytes.Whole.InMemory(kept);
        }

        private Bytes.Whole opened() {
            BlobStore.Content content = blobs.open(key).orElseThrow(this::missing);
            if (content.byteSize() > SMALL || !key.value().startsWith(BlobKey.RENDITIONS)) {
                return new Bytes.Whole.Open(content);
            }
            try (content) {
                byte[] bytes = content.stream().readNBytes((int) content.byteSize());
                small.put(key, bytes);
                return new Bytes.Whole.InMemory(bytes);
            } catch (IOException e) {
                throw new DependencyException("a blob could not be read", e);
            }
        }

        @Override
        public BlobStore.Content part(long offset, long length) {
            return blobs.open(key, offset, length).orElseThrow(this::missing);
        }

        @Override
        public long byteSize() {
            return blobs.stat(key).orElseThrow(this::missing).byteSize();
        }

        private DependencyException missing() {
            return new DependencyException("no blob " + key);
        }
    }
}
