package dev.albumen.application.share;

import dev.albumen.application.shared.Throttle;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import java.time.Duration;
import java.time.InstantSource;

/** Takes a link's password from a visitor, and lets them in, which is a view. */
public final class UnlockShare {

    /** Tries of everybody together at one link. */
    static final Throttle.Limit BY_LINK = new Throttle.Limit("unlock-by-link", 50, Duration.ofMinutes(10));
    /** Tries from one address at one link. */
    static final Throttle.Limit BY_VISITOR = new Throttle.Limit("unlock-by-visitor", 5, Duration.ofMinutes(5));

    private final ShareViews views;
    private final ShareVisits visits;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final ViewCount count;
    private final InstantSource clock;

    public UnlockShare(
            ShareViews views, ShareVisits visits, PasswordHasher hasher, Throttle throttle, ViewCount count,
            InstantSource clock) {
        this.views = views;
        this.visits = visits;
        this.hasher = hasher;
        this.throttle = throttle;
        this.count = count;
        this.clock = clock;
    }

    /**
     * @param token the link's token or slug
     * @param guest whose address is for throttling too
     */
    public record Command(String token, String password, ShareTraffic.Guest guest) {
        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public ShareVisits.Visit handle(Viewer viewer, Command command) {
        ShareAccess.Facts facts = views.open(ShareKey.of(command.token())).orElseThrow(Refusal::notFound).facts();
        ShareLink link = ShareAccess.requireOpen(facts, clock.instant());
        ShareAccess.requireViewsLeft(facts);
        if (link.passwordHash() == null) {
            throw new Refusal.Conflict("share-without-password", "This link has no password.").thrown();
        }
        String visitor = link.id() + " " + command.guest().address();
        throttle.admit(BY_VISITOR, visitor);
        throttle.admit(BY_LINK, link.id().toString());
        Password password = new Password(command.password());
        if (password.isTooLong() || !hasher.matches(password, new PasswordHash(link.passwordHash()))) {
            throw new Refusal.Unauthenticated("share-password-wrong", "This is not the link's password.").thrown();
        }
        throttle.giveBack(BY_VISITOR, visitor);
        throttle.giveBack(BY_LINK, link.id().toString());
        count.add(link, command.guest());
        return visits.begin(link);
    }
}
