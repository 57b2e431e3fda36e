package dev.albumen.application.transfer;

import java.time.Duration;

/**
 * What an archive that is imported may be.
 *
 * @param maxEntries files and folders in it
 * @param maxBytes of the archive, and of all that is in it, unpacked
 * @param maxRatio how many times as large as it is packed anything large in it may be
 */
public record ImportLimits(int maxEntries, long maxBytes, int maxRatio) {

    /** How many imports of one user may be under way. */
    public static final int MAX_GOING = 3;
    /** How long an archive waits for its pictures to be brought in. */
    public static final Duration EXPIRY = Duration.ofDays(3);
    /** How long it is told what became of an import. */
    public static final Duration TOLD = Duration.ofDays(30);
}
