package dev.albumen.oidc.user;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.albumen.application.user.IdentityProviders;
import dev.albumen.application.user.ProvenIdentity;
import dev.albumen.application.user.ProviderAnswer;
import dev.albumen.application.user.SignInAttempt;
import dev.albumen.domain.shared.Refusal;
import java.net.URI;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks providers by OpenID Connect. Each is looked up when it is first needed, so that one that is down stops no start. */
public final class OidcIdentityProviders implements IdentityProviders, AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    /** For a whole answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_TOKEN = 16 << 10;

    private final HttpClient client;
    private final List<OneProvider> all;

    /** @param patience how long a whole answer may take */
    public OidcIdentityProviders(List<OidcProvider> providers, InstantSource clock, Duration patience) {
        client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECTING)
                .version(HttpClient.Version.HTTP_1_1).build();
        all = providers.stream().map(provider -> new OneProvider(provider, new ProviderHttp(client, patience), clock)).toList();
    }

    @Override
    public URI address(SignInAttempt attempt) {
        return named(attempt.provider()).address(attempt);
    }

    @Override
    public ProvenIdentity redeem(SignInAttempt attempt, ProviderAnswer answer) {
        return named(attempt.provider()).redeem(attempt, answer).orElseThrow(() ->
                new Refusal.Unauthenticated("sign-in-failed", "This sign-in cannot be finished. Begin it again.").thrown());
    }

    @Override
    public boolean claims(String token) {
        return !of(token).isEmpty();
    }

    @Override
    public Optional<ProvenIdentity> bearer(String token) {
        return of(token).stream().flatMap(provider -> provider.bearer(token).stream()).findFirst();
    }

    /** Several where one issuer knows this instance under several names. */
    private List<OneProvider> of(String token) {
        if (all.isEmpty() || token.length() > LONGEST_TOKEN) {
            return List.of();
        }
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            return all.stream().filter(provider -> provider.isIssuer(String.valueOf(claims.getIssuer()))).toList();
        } catch (ParseException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private OneProvider named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no provider " + name));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
