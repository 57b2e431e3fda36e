package dev.albumen.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * How much of their storage a user has taken.
 *
 * @param quotaBytes the most they may; {@code null} is without limit
 * @param usedBytes taken by what is stored
 * @param reservedBytes held for uploads under way
 */
public record Usage(@Nullable Long quotaBytes, long usedBytes, long reservedBytes) {}
