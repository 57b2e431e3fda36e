package dev.albumen.application.integrity;

import dev.albumen.domain.image.ImageId;

/** What is wrong with the blobs of an image. */
public record StorageDefect(ImageId image, Kind kind) {

    /** The first three are of the original, which nothing but a backup brings back. */
    public enum Kind { MISSING, TRUNCATED, ALTERED, MISSING_RENDITIONS }
}
