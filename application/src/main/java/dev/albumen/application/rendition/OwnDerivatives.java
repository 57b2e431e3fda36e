package dev.albumen.application.rendition;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.storage.BlobClaims;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.ImageId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether a derivative that is in the store may be given for an image's own. What was made for another owner's image
 * of the same bytes may not: that it takes no making would tell of the other. Where several owners have the bytes, each
 * image's derivatives are therefore made once more by each node that is asked for them, and come out the same.
 */
public final class OwnDerivatives {

    /** A few megabytes. Past that all is forgotten. */
    private static final int REMEMBERED = 50_000;

    private final BlobStore blobs;
    private final BlobClaims claims;
    private final Set<Known> made = ConcurrentHashMap.newKeySet();

    public OwnDerivatives(BlobStore blobs, BlobClaims claims) {
        this.blobs = blobs;
        this.claims = claims;
    }

    /** By image, not by content: its id never comes back. */
    private record Known(ImageId image, String name) {}

    /** Whether it is there, and may be given. */
    boolean has(ImageViews.Delivery image, BlobKey key) {
        return blobs.stat(key).isPresent()
                && (made.contains(new Known(image.id(), key.fileName())) || !claims.shared(image.sha256()));
    }

    /** Notes that it was made for the image. */
    void made(ImageViews.Delivery image, BlobKey key) {
        if (made.size() >= REMEMBERED) {
            made.clear();
        }
        made.add(new Known(image.id(), key.fileName()));
    }
}
