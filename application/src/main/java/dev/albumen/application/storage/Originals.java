package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.Sha256;
import java.nio.file.Path;

/** Keeps uploaded bytes so that no image is ever without them, whoever sweeps meanwhile. */
public final class Originals {

    private final BlobStore blobs;
    private final BlobClaims claims;
    private final BlobSums sums;

    public Originals(BlobStore blobs, BlobClaims claims, BlobSums sums) {
        this.blobs = blobs;
        this.claims = claims;
        this.sums = sums;
    }

    /** Makes the bytes durable, before any row speaks of them. */
    public void keep(Sha256 content, Path file) {
        blobs.put(BlobKey.original(content), file);
    }

    /**
     * Holds the content against sweepers until the caller's transaction ends.
     *
     * @throws DependencyException where the bytes are gone, swept because the upload took longer than the sweeper's grace
     */
    public void claim(Sha256 content) {
        claims.lock(content);
        if (blobs.stat(BlobKey.original(content)).isEmpty()) {
            throw new DependencyException("the uploaded bytes are no longer there");
        }
    }

    /** {@link #claim} of bytes whose sum is known from their arrival, which is remembered. */
    public void claim(Sha256 content, BlobSum sum) {
        claim(content);
        sums.keep(BlobKey.original(content), sum);
    }
}
