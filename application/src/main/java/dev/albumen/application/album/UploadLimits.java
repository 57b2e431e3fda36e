package dev.albumen.application.album;

import java.time.Duration;

/**
 * How long and how large uploads may be that take more than one request.
 *
 * @param maxBytes of one file
 * @param expiry after which one that is not completed ends
 */
public record UploadLimits(long maxBytes, Duration expiry) {

    /** How many files one call may announce. */
    public static final int MAX_FILES = 100;

    /** How many uploads of one user may be open: what is announced costs space before a byte has come. */
    public static final int MAX_OPEN = 1000;
}
