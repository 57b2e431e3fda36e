package dev.albumen.application.storage;

import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.Map;

/**
 * Remembers sizes and checksums of originals and renditions. A memory, not the truth: that of a blob may be missing, and
 * then the blob has to be read; it may be wrong for a moment where a blob is replaced.
 */
public interface BlobSums {

    /** What is known of the originals of these contents and of all that was made from them. */
    Map<BlobKey, BlobSum> of(Collection<Sha256> contents);

    /**
     * Remembers a blob's sum, in place of what was known. Within a transaction it lasts as that does.
     *
     * @throws IllegalArgumentException for a key that is neither an original's nor a rendition's
     */
    void keep(BlobKey key, BlobSum sum);

    /** Forgets what is known of a blob. That nothing is known is no error. */
    void forget(BlobKey key);
}
