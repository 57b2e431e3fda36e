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

/** Takes a link's password from a visitor, and gives a guest token for it. */
public final class UnlockShare {

    /** Tries of everybody together at one link. */
    static final Throttle.Limit BY_LINK = new Throttle.Limit("unlock-by-link", 50, Duration.ofMinutes(10));
    /** Tries from one address at one link. */
    static final Throttle.Limit BY_VISITOR = new Throttle.Limit("unlock-by-visitor", 5, Duration.ofMinutes(5));

    private final ShareViews views;
    private final ShareUnlocks unlocks;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final InstantSource clock;

    public UnlockShare(
            ShareViews views, ShareUnlocks unlocks, PasswordHasher hasher, Throttle throttle, InstantSource clock) {
        this.views = views;
        this.unlocks = unlocks;
        this.hasher = hasher;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * @param token the link's token or slug
     * @param address the visitor's, for throttling
     */
    public record Command(String token, String password, String address) {
        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public ShareUnlocks.Unlock handle(Viewer viewer, Command command) {
        ShareAccess.Facts facts = views.open(ShareKey.of(command.token())).orElseThrow(Refusal::notFound).facts();
        ShareLink link = ShareAccess.requireOpen(facts, clock.instant());
        if (link.passwordHash() == null) {
            throw new Refusal.Conflict("share-without-password", "This link has no password.").thrown();
        }
        String visitor = link.id() + " " + command.address();
        throttle.admit(BY_VISITOR, visitor);
        throttle.admit(BY_LINK, link.id().toString());
        Password password = new Password(command.password());
        if (password.isTooLong() || !hasher.matches(password, new PasswordHash(link.passwordHash()))) {
            throw new Refusal.Unauthenticated("share-password-wrong", "This is not the link's password.").thrown();
        }
        throttle.giveBack(BY_VISITOR, visitor);
        throttle.giveBack(BY_LINK, link.id().toString());
        return unlocks.issue(link);
    }
}
