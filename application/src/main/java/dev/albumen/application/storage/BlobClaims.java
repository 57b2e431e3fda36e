package dev.albumen.application.storage;

import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which contents some row still needs. */
public interface BlobClaims {

    /** Those of the given contents that some image has. */
    Set<Sha256> claimed(Collection<Sha256> contents);

    /** Whether images of more than one owner have the content. */
    boolean shared(Sha256 content);

    /** Those of the given contents that are some user's logo. That an image has the same bytes claims no logo, nor the other way round. */
    Set<Sha256> logos(Collection<Sha256> contents);

    /** The names of the renditions that images of these contents are shown with; contents without any are left out. */
    Map<Sha256, Set<String>> renditions(Collection<Sha256> contents);

    /** Waits for, and holds until the transaction ends, the right to decide about this content's blobs. */
    void lock(Sha256 content);
}
