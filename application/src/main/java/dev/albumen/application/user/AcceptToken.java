package dev.albumen.application.user;

import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import dev.albumen.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in who brings an access token of a provider. The token begins one session, which ends with it, or before
 * as any other: by signing out, a new password, or disabling. Then the token is worth nothing more.
 */
public final class AcceptToken {

    private final IdentityProviders providers;
    private final IdentityArrival arrival;
    private final ForeignTokens tokens;
    private final SessionStart start;
    private final AccountAudit audit;
    private final Transactions transactions;

    public AcceptToken(
            IdentityProviders providers, IdentityArrival arrival, ForeignTokens tokens, SessionStart start, AccountAudit audit,
            Transactions transactions) {
        this.providers = providers;
        this.arrival = arrival;
        this.tokens = tokens;
        this.start = start;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param client what the program calls itself */
    public record Command(String token, @Nullable String client) {
        @Override
        public String toString() {
            return "AcceptToken[hidden]";
        }
    }

    /**
     * What a token is here. Neither ever changes; whether the session lives is still to be asked.
     *
     * @param expiresAt when the token is over
     */
    public record Accepted(SessionId session, Instant expiresAt) {}

    public Accepted handle(Viewer viewer, Command command) {
        ProvenIdentity identity = providers.bearer(command.token()).orElseThrow(() ->
                new Refusal.Unauthenticated("invalid-token", "This access token is not valid, or no longer. Sign in again.").thrown());
        Sha256 hash = Sha256.of(command.token());
        SessionId session = transactions.read(() -> tokens.session(hash)).orElseGet(() ->
                arrival.bring(identity, user -> tokens.session(hash).orElseGet(() -> begun(user, hash, identity, command.client()))));
        return new Accepted(session, identity.expiresAt());
    }

    private SessionId begun(User user, Sha256 hash, ProvenIdentity identity, @Nullable String client) {
        Session session = start.startUntil(user.id(), client, identity.expiresAt());
        if (!tokens.add(hash, session.id(), identity.expiresAt())) {
            throw new LostRaceException();
        }
        audit.began(user, "session.start");
        return session.id();
    }
}
