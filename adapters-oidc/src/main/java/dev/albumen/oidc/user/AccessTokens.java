package dev.albumen.oidc.user;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Reads access tokens that programs bring here. Other tokens of the same issuer have the same signature, and identity tokens
 * the same audience too, so each must say that it is one for access: by its type (RFC 9068), or as those do that came before,
 * by a use, or by the scope that it grants.
 */
final class AccessTokens {

    private static final JOSEObjectType LONG_NAME = new JOSEObjectType("application/at+jwt");
    private static final JOSEObjectType NAME = new JOSEObjectType("at+jwt");
    /** Identity tokens have the first ones, events of security the last; {@code cnf} binds a token to a key that nobody shows here. */
    private static final Set<String> ELSEWHERE = Set.of("nonce", "at_hash", "c_hash", "s_hash", "cnf", "events");

    private final OidcProvider provider;
    private final TokenRules typed;
    private final TokenRules untyped;

    AccessTokens(OidcProvider provider, ProviderKeys keys, InstantSource clock) {
        this.provider = provider;
        this.typed = new TokenRules(provider.issuer(), keys, clock, NAME, LONG_NAME);
        this.untyped = new TokenRules(provider.issuer(), keys, clock, JOSEObjectType.JWT, null);
    }

    /** Empty for what is not entirely right. */
    Optional<JWTClaimsSet> read(String token) {
        return provider.audiences().isEmpty() ? Optional.empty()
                : typed.read(token).or(() -> untyped.read(token).filter(AccessTokens::saysSo))
                        .filter(claims -> isForUs(claims) && isNothingElse(claims));
    }

    /** Keycloak says {@code typ}, Cognito {@code token_use}, Auth0 {@code scope}, Entra ID and Okta {@code scp}. */
    private static boolean saysSo(JWTClaimsSet claims) {
        return "Bearer".equals(claims.getClaim("typ")) || "access".equals(claims.getClaim("token_use"))
                || claims.getClaim("scope") != null || claims.getClaim("scp") != null;
    }

    private boolean isForUs(JWTClaimsSet claims) {
        if (provider.kind() == OidcProvider.Kind.COGNITO && claims.getAudience().isEmpty()) {
            return claims.getClaim("client_id") instanceof String client && provider.audiences().contains(client);
        }
        return !Collections.disjoint(claims.getAudience(), provider.audiences());
    }

    private boolean isNothingElse(JWTClaimsSet claims) {
        Object use = claims.getClaim("token_use");
        boolean used = use == null ? provider.kind() != OidcProvider.Kind.COGNITO : use.equals("access");
        Object type = claims.getClaim("typ");
        return used && (type == null || type.equals("Bearer")) && Collections.disjoint(claims.getClaims().keySet(), ELSEWHERE);
    }
}
