package dev.albumen.application.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobClaims;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.shared.Sha256;
import java.nio.file.Path;

/** Keeps users' logos so that no mark is ever without its own, whoever sweeps meanwhile. */
public final class Logos {

    private final BlobStore blobs;
    private final BlobClaims claims;

    public Logos(BlobStore blobs, BlobClaims claims) {
        this.blobs = blobs;
        this.claims = claims;
    }

    /** Makes the bytes durable, before any row speaks of them. */
    public void keep(Sha256 content, Path file) {
        blobs.put(BlobKey.logo(content), file);
    }

    /**
     * Holds the content against sweepers until the caller's transaction ends.
     *
     * @throws DependencyException where the bytes are gone
     */
    public void claim(Sha256 content) {
        claims.lock(content);
        if (blobs.stat(BlobKey.logo(content)).isEmpty()) {
            throw new DependencyException("the logo is no longer there");
        }
    }
}
