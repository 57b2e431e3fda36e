package dev.albumen.domain.user;

import dev.albumen.domain.shared.Refusal;
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
        if (quotaBytes != null && bytes > quotaBytes - usedBytes - reservedBytes) {
            throw new Refusal.QuotaExceeded(Math.max(0, quotaBytes - usedBytes - reservedBytes)).thrown();
        }
    }
}
