package dev.albumen.domain.user;

import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in and all that was renewed from it. A session that is over is gone.
 *
 * @param client what the signed-in program calls itself, shortened; {@code null} where it does not say
 * @param renewedAt when it was last refreshed
 * @param expiresAt when it ends unless it is refreshed before
 */
public record Session(
        SessionId id, UserId userId, @Nullable String client, Instant createdAt, Instant renewedAt, Instant expiresAt) {

    /** How long a session lasts without being refreshed. */
    public static final Duration LIFE = Duration.ofDays(7);
    private static final int MAX_CLIENT_LENGTH = 200;

    public Session {
        if (client != null && client.length() > MAX_CLIENT_LENGTH) {
            client = client.substring(0, MAX_CLIENT_LENGTH);
        }
    }

    public static Session opened(SessionId id, UserId userId, @Nullable String client, Instant now) {
        return new Session(id, userId, client, now, now, now.plus(LIFE));
    }

    public Session renewed(Instant now) {
        return new Session(id, userId, client, createdAt, now, now.plus(LIFE));
    }
}
