package dev.albumen.application.share;

import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.share.ShareLink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes and checks the guest tokens that say that a visitor knows a link's password, in its current version. */
public final class ShareUnlocks {

    private static final String PURPOSE = "share-unlock";
    private static final Duration LASTS = Duration.ofHours(24);

    private final Secrets secrets;
    private final InstantSource clock;

    public ShareUnlocks(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param token used as a bearer token or a cookie */
    public record Unlock(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Unlock[until " + expiresAt + "]";
        }
    }

    Unlock issue(ShareLink link) {
        Instant until = clock.instant().plus(LASTS).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        String terms = link.passwordVersion() + "." + until.getEpochSecond();
        return new Unlock(terms + "." + secrets.sign(PURPOSE, link.id() + " " + terms), until);
    }

    /** The password's version that the token proves; {@code null} where it proves none for this link. */
    public @Nullable Integer proven(ShareLink link, @Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", 3);
        if (parts.length != 3 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("\\d{1,12}")) {
            return null;
        }
        boolean holds = Long.parseLong(parts[1]) > clock.millis() / 1000
                && secrets.isSigned(PURPOSE, link.id() + " " + parts[0] + "." + parts[1], parts[2]);
        return holds ? Integer.valueOf(parts[0]) : null;
    }
}
