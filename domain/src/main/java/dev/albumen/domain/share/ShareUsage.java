package dev.albumen.domain.share;

/**
 * How often a link was opened, and how often something was downloaded through it. Behind by a moment where nothing hangs
 * on it; exact where the link has a limit.
 */
public record ShareUsage(long views, long downloads) {

    public static final ShareUsage NONE = new ShareUsage(0, 0);
}
