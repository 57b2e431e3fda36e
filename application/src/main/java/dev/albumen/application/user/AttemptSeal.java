package dev.albumen.application.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Secrets;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Writes an attempt so that only an instance with the same key reads it, and nobody changes it. */
public final class AttemptSeal {

    private static final String PURPOSE = "sign-in-attempt";
    private static final String BETWEEN = "\n";
    private static final int PARTS = 8;
    private static final int MOST_CHARACTERS = 4000;

    private final Secrets secrets;

    public AttemptSeal(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(SignInAttempt attempt) {
        SignInAttempt.Connecting connecting = attempt.connecting();
        String clear = String.join(BETWEEN, attempt.provider(), attempt.state(), attempt.nonce(), attempt.verifier(),
                attempt.answerTo().toString(), attempt.expiresAt().toString(),
                connecting == null ? "-" : connecting.user().toString(), connecting == null ? "-" : connecting.session().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.encrypt(PURPOSE, clear.getBytes(UTF_8)));
    }

    /** Empty for what is not sealed by this instance. */
    Optional<SignInAttempt> open(String sealed) {
        if (sealed.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(secrets.decrypt(PURPOSE, Base64.getUrlDecoder().decode(sealed)), UTF_8).split(BETWEEN);
            return parts.length == PARTS ? Optional.of(read(parts)) : Optional.empty();
        } catch (IllegalArgumentException | DependencyException e) {
            return Optional.empty(); // it comes from outside: that it cannot be read is no fault of ours
        }
    }

    private static SignInAttempt read(String[] parts) {
        SignInAttempt.Connecting connecting = parts[6].equals("-") ? null
                : new SignInAttempt.Connecting(new UserId(UUID.fromString(parts[6])), new SessionId(UUID.fromString(parts[7])));
        return new SignInAttempt(parts[0], parts[1], parts[2], parts[3], URI.create(parts[4]),
                Instant.parse(parts[5]), connecting);
    }
}
