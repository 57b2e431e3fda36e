package dev.albumen.application.storage;

import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes addresses at which clients put the bytes of an upload by themselves. What they put is kept under
 * {@link BlobKey#upload}, whole or not at all, in place of what was put before.
 */
public interface UploadAddresses {

    /** Makes an address that takes what the ticket says and nothing else. */
    Address issue(Ticket ticket);

    /**
     * What an address is bound to.
     *
     * @param mediaType which the client has to send
     * @param sha256 of the bytes; {@code null} for whatever they are
     * @param expiresAt from then on the address takes nothing
     */
    record Ticket(UploadId id, long byteSize, String mediaType, @Nullable Sha256 sha256, Instant expiresAt) {}

    /**
     * Where to send the bytes with PUT.
     *
     * @param uri absolute, or a path below this service's own address
     * @param headers to send along; the length comes besides
     */
    record Address(URI uri, Map<String, String> headers) {
        public Address {
            headers = Map.copyOf(headers);
        }
    }
}
