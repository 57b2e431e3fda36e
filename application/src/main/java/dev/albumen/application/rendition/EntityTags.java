package dev.albumen.application.rendition;

import dev.albumen.application.shared.Secrets;
import dev.albumen.application.storage.BlobKey;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Names what is served. A blob's key holds the hash of the original, by which whoever has the same file would recognise
 * it: so the key is signed, and the tag says nothing to those without the instance's own. The same on every node.
 */
final class EntityTags {

    private static final String PURPOSE = "entity-tag";
    /** Of base64url: 132 bits. */
    private static final int LENGTH = 22;
    /** Signing costs one to two microseconds, with every picture served: some pictures are served again and again. */
    private static final int REMEMBERED = 1 << 13;

    private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(REMEMBERED);
    private final Secrets secrets;

    EntityTags(Secrets secrets) {
        this.secrets = secrets;
    }

    private record Known(BlobKey key, String tag) {}

    /** Strong, without quotes. A key never gets other bytes, so the tag of a key names its bytes. */
    String of(BlobKey key) {
        int hash = key.hashCode();
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        Known last = known.get(place);
        if (last != null && last.key().equals(key)) {
            return last.tag();
        }
        String tag = secrets.sign(PURPOSE, key.value()).substring(0, LENGTH);
        known.set(place, new Known(key, tag));
        return tag;
    }
}
