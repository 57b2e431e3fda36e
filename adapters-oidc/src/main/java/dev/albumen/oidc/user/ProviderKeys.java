package dev.albumen.oidc.user;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.albumen.application.shared.DependencyException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a provider signs with, where it says that they are and nowhere else, whatever a token says. A key that is
 * not among them is looked for once more, but not more than twice in half a minute, however many tokens name it. Known
 * keys count meanwhile, and for hours where the provider does not answer.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    /** A key that is taken back counts for a quarter of an hour at most, while its provider answers. */
    private static final Kept.Life LIFE = new Kept.Life(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(4));
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final int MOST_LOOKS = 2;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_TRIED = 5;

    private final Kept<JWKSet> keys;
    private final InstantSource clock;
    private Instant looksSince = Instant.MIN;
    private int looks;

    ProviderKeys(Discovery discovery, ProviderHttp http, InstantSource clock) {
        this.clock = clock;
        this.keys = new Kept<>(LIFE, clock, () -> parsed(http.get(discovery.endpoints().keys())));
    }

    private static JWKSet parsed(String document) {
        try {
            return JWKSet.parse(document);
        } catch (ParseException | IllegalArgumentException e) {
            throw new DependencyException("the keys of a provider cannot be read", e);
        }
    }

    /** @throws DependencyException where no keys are to be had, or none that fits from a provider that does not answer */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Kept.Read<JWKSet> read = keys.get();
        List<JWK> fitting = selector.select(read.said());
        if (fitting.isEmpty() && mayLook()) {
            fitting = selector.select(keys.after(read).said());
        }
        if (fitting.isEmpty() && keys.isFailing()) {
            throw new DependencyException("a provider does not say whether it has a key");
        }
        return fitting.stream().filter(ProviderKeys::isStrong).limit(MOST_TRIED).toList();
    }

    private synchronized boolean mayLook() {
        Instant now = clock.instant();
        if (looksSince.isBefore(now.minus(BETWEEN))) {
            looksSince = now;
            looks = 0;
        }
        return looks++ < MOST_LOOKS;
    }

    private static boolean isStrong(JWK key) {
        return !(key instanceof RSAKey rsa) || rsa.size() >= LEAST_RSA_BITS;
    }
}
