package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import java.net.URI;
import java.util.Optional;

/**
 * Addresses at which the storage itself gives a blob to whoever has them, without asking us again: for those alone whose
 * right to it was checked a moment ago. They end by themselves, soon, and not before.
 */
public interface BlobAddresses {

    /**
     * An address for one GET of a whole blob, which answers with these headers, as the signature sees to. Whether the blob is
     * there is not asked. Empty while the storage itself does not have every blob.
     *
     * @throws DependencyException where none can be made, such as without credentials
     */
    Optional<URI> of(BlobKey key, String mediaType, String disposition);
}
