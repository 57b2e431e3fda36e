package dev.albumen.application.storage;

import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.Set;

/** Which contents some row still needs. */
public interface BlobClaims {

    /** Those of the given contents that some image has. */
    Set<Sha256> claimed(Collection<Sha256> contents);

    /** Waits for, and holds until the transaction ends, the right to decide about this content's blobs. */
    void lock(Sha256 content);
}
