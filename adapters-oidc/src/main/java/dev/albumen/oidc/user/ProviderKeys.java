package dev.albumen.oidc.user;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a provider signs with, where it says that they are and nowhere else, whatever a token says. A key that is
 * not among them is looked for once more, but not more than twice in half a minute, however many tokens name it.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration READING = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_TRIED = 5;

    private final Discovery discovery;
    private final ProviderHttp http;
    private volatile @Nullable Source source;
    private volatile boolean seen;

    private record Source(URI address, JWKSource<SecurityContext> keys) {}

    ProviderKeys(Discovery discovery, ProviderHttp http) {
        this.discovery = discovery;
        this.http = http;
    }

    /** @throws DependencyException where no keys are to be had */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        try {
            return current().get(selector, context).stream().filter(ProviderKeys::isStrong).limit(MOST_TRIED).toList();
        } catch (RateLimitReachedException e) {
            if (seen) {
                return List.of();
            }
            throw new DependencyException("no keys of a provider are to be had", e);
        } catch (KeySourceException e) {
            throw new DependencyException("no keys of a provider are to be had", e);
        }
    }

    private JWKSource<SecurityContext> current() {
        URI address = discovery.endpoints().keys();
        Source known = source;
        if (known == null || !known.address().equals(address)) {
            known = new Source(address, built(address));
            source = known;
        }
        return known.keys();
    }

    private JWKSource<SecurityContext> built(URI address) {
        try {
            return JWKSourceBuilder.create(address.toURL(), this::retrieved)
                    .cache(FRESH.toMillis(), READING.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .retrying(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new DependencyException("the address of a provider's keys is none", e);
        }
    }

    private Resource retrieved(URL address) throws IOException {
        try {
            Resource keys = new Resource(http.get(address.toURI()), "application/json");
            seen = true;
            return keys;
        } catch (DependencyException | URISyntaxException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isStrong(JWK key) {
        return !(key instanceof RSAKey rsa) || rsa.size() >= LEAST_RSA_BITS;
    }
}
