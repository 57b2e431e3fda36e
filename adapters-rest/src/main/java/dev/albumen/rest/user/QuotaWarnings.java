package dev.albumen.rest.user;

import dev.albumen.domain.user.UsageLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What clients are told about quotas that come to an end. */
public final class QuotaWarnings {

    private QuotaWarnings() {}

    /** {@code high}, {@code critical}, or {@code null} for nothing to warn of. */
    public static @Nullable String of(UsageLevel level) {
        return level == UsageLevel.NORMAL ? null : level.name().toLowerCase(Locale.ROOT);
    }
}
