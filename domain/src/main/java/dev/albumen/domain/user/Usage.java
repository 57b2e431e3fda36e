package dev.albumen.domain.user;

import dev.albumen.domain.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of their storage a user has taken.
 *
 * @param quotaBytes the most they may; {@code null} is without limit
 * @param usedBytes taken by what is stored
 * @param reservedBytes held for uploads under way
 */
public record Usage(@Nullable Long quotaBytes, long usedBytes, long reservedBytes) {

    /** Refuses bytes that do not fit. */
    public void requireRoom(long bytes) {
        if (bytes > bytesLeft()) {
            throw new Refusal.QuotaExceeded(bytesLeft()).thrown();
        }
    }

    /** What may be stored besides; {@link Long#MAX_VALUE} without a quota. */
    public long bytesLeft() {
        return quotaBytes == null ? Long.MAX_VALUE : Math.max(0, quotaBytes - usedBytes - reservedBytes);
    }

    /** What is reserved counts as taken. */
    public UsageLevel level() {
        return quotaBytes == null ? UsageLevel.NORMAL : UsageLevel.of(quotaBytes, bytesLeft());
    }

    /** The level where the last bytes that were taken reached it, empty where they changed none. */
    public Optional<UsageLevel> reachedBy(long bytes) {
        UsageLevel before = new Usage(quotaBytes, usedBytes - bytes, reservedBytes).level();
        return level() == before ? Optional.empty() : Optional.of(level());
    }
}
