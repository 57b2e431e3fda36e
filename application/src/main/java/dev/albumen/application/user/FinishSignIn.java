package dev.albumen.application.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.shared.Throttle;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session for whoever comes back from a provider, in the browser that began. An attempt is good for one answer,
 * on whichever node, so that an address that was looked at over somebody's shoulder is worth nothing.
 */
public final class FinishSignIn {

    private final SignInSettings settings;
    private final IdentityProviders providers;
    private final AttemptSeal seal;
    private final IdentityArrival arrival;
    private final SessionStart start;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AccountAudit audit;
    private final InstantSource clock;

    public FinishSignIn(
            SignInSettings settings, IdentityProviders providers, AttemptSeal seal, IdentityArrival arrival, SessionStart start,
            Sessions sessions, Throttle throttle, AccountAudit audit, InstantSource clock) {
        this.settings = settings;
        this.providers = providers;
        this.seal = seal;
        this.arrival = arrival;
        this.start = start;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param state as it came back
     * @param sealed what the browser kept; {@code null} where it has nothing
     * @param address whence it is asked
     * @param client what the program calls itself
     */
    public record Command(
            String provider, @Nullable String state, ProviderAnswer answer, @Nullable String sealed, String address, @Nullable String client) {
        @Override
        public String toString() {
            return "FinishSignIn[hidden]";
        }
    }

    public SignedIn handle(Viewer viewer, Command command) {
        IdentityProvider provider = settings.provider(command.provider()).orElseThrow(Refusal::notFound);
        throttle.admit(IdentityLimits.ANSWER_BY_ADDRESS, command.address());
        SignInAttempt attempt = attempt(command, provider.name());
        if (throttle.take(IdentityLimits.ANSWER_BY_ATTEMPT, Sha256.of(attempt.state()).hex()).isPositive()) {
            throw refused();
        }
        ProvenIdentity identity = providers.redeem(attempt, command.answer());
        SignedIn signedIn = arrival.signIn(identity, connecting(attempt), user -> {
            SignedIn started = start.start(user.id(), command.client());
            audit.began(user, "session.start");
            return started;
        });
        throttle.giveBack(IdentityLimits.ANSWER_BY_ADDRESS, command.address());
        return signedIn;
    }

    private SignInAttempt attempt(Command command, String provider) {
        if (command.sealed() == null || command.state() == null) {
            throw refused();
        }
        byte[] state = command.state().getBytes(UTF_8);
        return seal.open(command.sealed())
                .filter(attempt -> attempt.provider().equals(provider))
                .filter(attempt -> MessageDigest.isEqual(attempt.state().getBytes(UTF_8), state))
                .filter(attempt -> clock.instant().isBefore(attempt.expiresAt()))
                .orElseThrow(FinishSignIn::refused);
    }

    /** Whoever signed out meanwhile connects nothing. */
    private Optional<UserId> connecting(SignInAttempt attempt) {
        SignInAttempt.Connecting connecting = attempt.connecting();
        if (connecting == null) {
            return Optional.empty();
        }
        return Optional.of(sessions.member(connecting.session(), clock.instant())
                .map(Viewer.Member::userId).filter(connecting.user()::equals).orElseThrow(FinishSignIn::refused));
    }

    /** Every answer that is not entirely right looks the same. */
    private static RefusedException refused() {
        return new Refusal.Unauthenticated("sign-in-failed", "This sign-in cannot be finished. Begin it again.").thrown();
    }
}
