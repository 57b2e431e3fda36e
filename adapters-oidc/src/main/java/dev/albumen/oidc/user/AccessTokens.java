package dev.albumen.oidc.user;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Reads access tokens that programs bring here (RFC 9068, and those who came before it). Other tokens of the same issuer
 * have the same signature, so what tells them apart is looked at.
 */
final class AccessTokens {

    private static final JOSEObjectType LONG_NAME = new JOSEObjectType("application/at+jwt");
    private static final JOSEObjectType NAME = new JOSEObjectType("at+jwt");
    /** Identity tokens have the first ones, events of security the last; {@code cnf} binds a token to a key that nobody shows here. */
    private static final Set<String> ELSEWHERE = Set.of("nonce", "at_hash", "c_hash", "s_hash", "cnf", "events");

    private final OidcProvider provider;
    private final TokenRules rules;

    AccessTokens(OidcProvider provider, ProviderKeys keys, InstantSource clock) {
        this.provider = provider;
        this.rules = new TokenRules(provider.issuer(), keys, clock, NAME, LONG_NAME, JOSEObjectType.JWT, null);
    }

    /** Empty for what is not entirely right. */
    Optional<JWTClaimsSet> read(String token) {
        return provider.audiences().isEmpty() ? Optional.empty()
                : rules.read(token).filter(claims -> isForUs(claims) && isAccessToken(claims));
    }

    private boolean isForUs(JWTClaimsSet claims) {
        if (provider.kind() == OidcProvider.Kind.COGNITO && claims.getAudience().isEmpty()) {
            return claims.getClaim("client_id") instanceof String client && provider.audiences().contains(client);
        }
        return !Collections.disjoint(claims.getAudience(), provider.audiences());
    }

    private boolean isAccessToken(JWTClaimsSet claims) {
        Object use = claims.getClaim("token_use");
        boolean used = use == null ? provider.kind() != OidcProvider.Kind.COGNITO : use.equals("access");
        Object type = claims.getClaim("typ");
        return used && (type == null || type.equals("Bearer")) && Collections.disjoint(claims.getClaims().keySet(), ELSEWHERE);
    }
}
