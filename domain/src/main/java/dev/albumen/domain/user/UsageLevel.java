package dev.albumen.domain.user;

/** How near a user's storage is to its quota. */
public enum UsageLevel {
    /** Below 80 %, or without a quota. */
    NORMAL,
    /** From 80 %. */
    HIGH,
    /** From 95 %. */
    CRITICAL;

    private static final int HIGH_LEAVES = 5;
    private static final int CRITICAL_LEAVES = 20;

    /** Whole numbers, so that the level of a quota's very share is not a matter of rounding. */
    static UsageLevel of(long quotaBytes, long bytesLeft) {
        if (bytesLeft > quotaBytes / HIGH_LEAVES) {
            return NORMAL;
        }
        return bytesLeft > quotaBytes / CRITICAL_LEAVES ? HIGH : CRITICAL;
    }
}
