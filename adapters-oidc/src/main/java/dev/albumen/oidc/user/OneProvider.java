package dev.albumen.oidc.user;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.albumen.application.user.ProvenIdentity;
import dev.albumen.application.user.ProviderAnswer;
import dev.albumen.application.user.SignInAttempt;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One provider, with what is known of it at the moment. */
final class OneProvider {

    private static final int MOST_CODE_CHARACTERS = 8 << 10;

    private final OidcProvider provider;
    private final Discovery discovery;
    private final CodeExchange exchange;
    private final IdentityTokens identityTokens;
    private final AccessTokens accessTokens;

    OneProvider(OidcProvider provider, ProviderHttp http, InstantSource clock) {
        this.provider = provider;
        this.discovery = new Discovery(provider.issuer(), http, clock);
        ProviderKeys keys = new ProviderKeys(discovery, http, clock);
        this.exchange = new CodeExchange(provider, http);
        this.identityTokens = new IdentityTokens(provider, keys, clock);
        this.accessTokens = new AccessTokens(provider, keys, clock);
    }

    String name() {
        return provider.name();
    }

    boolean isIssuer(String issuer) {
        return provider.issuer().equals(issuer);
    }

    URI address(SignInAttempt attempt) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", attempt.answerTo().toString());
        query.put("scope", String.join(" ", provider.scopes()));
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", challenge(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        URI authorization = discovery.endpoints().authorization();
        return URI.create(authorization + (authorization.getRawQuery() == null ? "?" : "&") + CodeExchange.encoded(query));
    }

    /** Empty for an answer that is not entirely right. */
    Optional<ProvenIdentity> redeem(SignInAttempt attempt, ProviderAnswer answer) {
        Endpoints endpoints = discovery.endpoints();
        boolean itself = answer.issuer() == null ? !endpoints.saysIssuer() : isIssuer(answer.issuer());
        if (!itself || answer.code() == null || answer.code().length() > MOST_CODE_CHARACTERS) {
            return Optional.empty();
        }
        return exchange.identityToken(endpoints, attempt, answer.code())
                .flatMap(token -> identityTokens.read(token, attempt.nonce()))
                .map(claims -> new SaidOfSomebody(provider, claims).identity());
    }

    Optional<ProvenIdentity> bearer(String token) {
        return accessTokens.read(token).map(claims -> new SaidOfSomebody(provider, claims).identity());
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
