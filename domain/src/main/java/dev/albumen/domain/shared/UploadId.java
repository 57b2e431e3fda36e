package dev.albumen.domain.shared;

import java.util.UUID;

/** Identifies an upload that takes more than one request. */
public record UploadId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
