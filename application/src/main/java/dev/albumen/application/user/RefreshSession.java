package dev.albumen.application.user;

import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Trades a refresh token for the next one. Whoever brings a spent token holds a copy, and nobody can tell thief from
 * owner: the session ends for both. There is no grace for a client that sends one token twice at once; such a grace
 * would be the thief's as well.
 */
public final class RefreshSession {

    private final Sessions sessions;
    private final SessionStart start;
    private final Throttle throttle;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public RefreshSession(
            Sessions sessions, SessionStart start, Throttle throttle, AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.sessions = sessions;
        this.start = start;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param address whence it is asked */
    public record Command(String refreshToken, String address) {
        @Override
        public String toString() {
            return "RefreshSession[hidden]";
        }
    }

    public SignedIn handle(Viewer viewer, Command command) {
        throttle.admit(IdentityLimits.REFRESH_BY_ADDRESS, command.address());
        Sha256 token = Sha256.of(command.refreshToken());
        // The refusal waits for the commit: the end of a stolen session must last.
        SignedIn renewed = transactions.write(() -> sessions.redeem(token, clock.instant()).flatMap(redeemed -> trade(redeemed, token)))
                .orElseThrow(() -> new Refusal.Unauthenticated("invalid-refresh-token", "This refresh token is not valid. Sign in again.").thrown());
        throttle.giveBack(IdentityLimits.REFRESH_BY_ADDRESS, command.address());
        return renewed;
    }

    private Optional<SignedIn> trade(Sessions.Redeemed redeemed, Sha256 token) {
        Session session = redeemed.session();
        if (redeemed.spent()) {
            sessions.end(session.userId(), session.id());
            audit.tokenReused(session);
            return Optional.empty();
        }
        return Optional.of(start.renew(session, token));
    }
}
