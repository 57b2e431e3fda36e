package dev.albumen.rest.user;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.albumen.application.user.SigningKeyring;
import dev.albumen.domain.user.SigningKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The public keys whose signatures count, read again every minute and whenever a token names another one. What they say
 * never changes; that a retired key stops counting is the only thing that may come a minute late.
 */
@Singleton
final class VerificationKeys {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SigningKeyring keyring;
    private final InstantSource clock;
    private volatile Read latest = new Read(Map.of(), Instant.EPOCH);

    VerificationKeys(SigningKeyring keyring, InstantSource clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    private record Read(Map<String, JWSVerifier> verifiers, Instant at) {}

    /** Empty where no key of ours has the name. Safe to use from many threads. */
    Optional<JWSVerifier> verifier(String kid) {
        Read known = latest;
        if (!known.verifiers().containsKey(kid) || known.at().plus(FRESH).isBefore(clock.instant())) {
            known = read();
        }
        return Optional.ofNullable(known.verifiers().get(kid));
    }

    private Read read() {
        Read now = new Read(
                keyring.verifying().stream().collect(Collectors.toUnmodifiableMap(SigningKey::kid, VerificationKeys::verifier)),
                clock.instant());
        latest = now;
        return now;
    }

    private static JWSVerifier verifier(SigningKey key) {
        return new RSASSAVerifier(SigningKeyring.publicKey(key));
    }
}
