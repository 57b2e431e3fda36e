package dev.albumen.domain.user;

import dev.albumen.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets one person register. Its code is shown once, to whoever made it.
 *
 * @param createdBy the admin; {@code null} after their account is gone
 * @param usedBy who registered with it; {@code null} while it is open
 */
public record Invite(
        InviteId id, @Nullable UserId createdBy, Instant createdAt, Instant expiresAt, @Nullable UserId usedBy, @Nullable Instant usedAt) {

    public static final Duration DEFAULT_LIFE = Duration.ofDays(14);
    public static final Duration MAX_LIFE = Duration.ofDays(365);

    /** An invite that nobody has used. */
    public static Invite open(InviteId id, UserId createdBy, Instant now, Duration life) {
        return new Invite(id, createdBy, now, now.plus(life), null, null);
    }
}
