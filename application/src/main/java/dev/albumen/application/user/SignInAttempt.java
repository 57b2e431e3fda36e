package dev.albumen.application.user;

import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to a provider and back. Only the browser that began has it, sealed. Prints no secret.
 *
 * @param state comes back with the answer
 * @param nonce comes back within the identity token
 * @param verifier proves to the provider who asked (RFC 7636)
 * @param answerTo where the provider sends the browser
 * @param connecting the signed-in user who adds an identity to their account; {@code null} for everybody else
 */
public record SignInAttempt(
        String provider, String state, String nonce, String verifier, URI answerTo, Instant expiresAt, @Nullable Connecting connecting) {

    /** How long somebody may take at the provider. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** @param session must live still when the answer comes */
    public record Connecting(UserId user, SessionId session) {}

    @Override
    public String toString() {
        return "SignInAttempt[" + provider + "]";
    }
}
