package dev.albumen.domain.album;

import java.util.UUID;

/**
 * Bytes of a resumable upload that came in one request.
 *
 * @param id names their blob, so that two who send the same part never write to the same place
 * @param startsAt where the part before ends
 * @param byteSize at least 1
 */
public record UploadPart(UUID id, long startsAt, long byteSize) {

    public UploadPart {
        if (startsAt < 0 || byteSize < 1) {
            throw new IllegalArgumentException(byteSize + " bytes from " + startsAt);
        }
    }

    /** Where the next part starts. */
    public long end() {
        return startsAt + byteSize;
    }
}
