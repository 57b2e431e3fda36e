package dev.albumen.application.storage;

import java.util.Locale;
import java.util.Optional;

/** Where blobs can be kept. */
public enum BlobPlace {
    DISK, S3;

    /** As settings and requests name it; empty for any other word. */
    public static Optional<BlobPlace> parse(String word) {
        for (BlobPlace place : values()) {
            if (place.word().equals(word)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public BlobPlace other() {
        return this == DISK ? S3 : DISK;
    }
}
