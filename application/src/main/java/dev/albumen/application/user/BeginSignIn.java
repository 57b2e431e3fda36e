package dev.albumen.application.user;

import dev.albumen.application.shared.Tokens;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends somebody to a provider. Nothing is kept here: the browser carries the attempt, sealed. Whoever is signed in already
 * connects the identity to their account.
 */
public final class BeginSignIn {

    private final SignInSettings settings;
    private final IdentityProviders providers;
    private final AttemptSeal seal;
    private final Tokens tokens;
    private final InstantSource clock;

    public BeginSignIn(SignInSettings settings, IdentityProviders providers, AttemptSeal seal, Tokens tokens, InstantSource clock) {
        this.settings = settings;
        this.providers = providers;
        this.seal = seal;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param answerTo where the provider is to send the browser */
    public record Command(String provider, URI answerTo) {}

    /**
     * Prints no secret.
     *
     * @param address where the browser goes
     * @param sealed what it brings back besides the answer
     */
    public record Begun(URI address, String sealed) {
        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    public Begun handle(Viewer viewer, Command command) {
        String provider = settings.provider(command.provider()).orElseThrow(Refusal::notFound).name();
        Optional<SignInAttempt.Connecting> connecting = viewer.user()
                .map(user -> new SignInAttempt.Connecting(user, viewer.member().sessionId()));
        var attempt = new SignInAttempt(provider, tokens.next(), tokens.next(), tokens.next(), command.answerTo(),
                clock.instant().plus(SignInAttempt.LIFE), connecting.orElse(null));
        return new Begun(providers.address(attempt), seal.seal(attempt));
    }
}
