package dev.albumen.application.share;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.share.ShareLink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the guest tokens that say that somebody was let into a link, and counted. Where the link has a password,
 * they knew it. A visit ends after a day, and with the link's password.
 */
public final class ShareVisits {

    private static final String PURPOSE = "share-visit";
    private static final Duration LASTS = Duration.ofHours(24);
    private static final Pattern FORM = Pattern.compile("(([0-9]{1,9})\\.([0-9]{1,12})\\.([0-9a-f-]{36}))\\.([A-Za-z0-9_-]{1,64})");

    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    public ShareVisits(Secrets secrets, Ids ids, InstantSource clock) {
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A visit to a link.
     *
     * @param id tells it from others
     * @param passwordVersion the version of the link's password in which it began
     * @param token used as a bearer token or a cookie
     */
    public record Visit(UUID id, int passwordVersion, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Visit[until " + expiresAt + "]";
        }
    }

    /** A new visit, by somebody who may have one. */
    Visit begin(ShareLink link) {
        Instant until = clock.instant().plus(LASTS).truncatedTo(ChronoUnit.SECONDS);
        UUID id = ids.next();
        String terms = link.passwordVersion() + "." + until.getEpochSecond() + "." + id;
        return new Visit(id, link.passwordVersion(), terms + "." + secrets.sign(PURPOSE, link.holder() + " " + terms), until);
    }

    /** The visit that the token stands for; {@code null} where it stands for none of this link in its password's version. */
    @Nullable Visit current(ShareLink link, @Nullable String token) {
        Matcher parts = FORM.matcher(token == null ? "" : token);
        if (!parts.matches()) {
            return null;
        }
        int passwordVersion = Integer.parseInt(parts.group(2));
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts.group(3)));
        boolean holds = passwordVersion == link.passwordVersion() && until.isAfter(clock.instant())
                && secrets.isSigned(PURPOSE, link.holder() + " " + parts.group(1), parts.group(5));
        return holds ? new Visit(UUID.fromString(parts.group(4)), passwordVersion, parts.group(), until) : null;
    }

    /** The password's version that the token proves; {@code null} where it proves none for this link. */
    public @Nullable Integer proven(ShareLink link, @Nullable String token) {
        Visit visit = current(link, token);
        return visit == null ? null : Integer.valueOf(visit.passwordVersion());
    }
}
