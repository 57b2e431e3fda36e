package dev.albumen.oidc.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reads what a provider says at the end of a sign-in (OpenID Connect Core 1.0, section 3.1.3.7). */
final class IdentityTokens {

    private final OidcProvider provider;
    private final TokenRules rules;

    IdentityTokens(OidcProvider provider, ProviderKeys keys, InstantSource clock) {
        this.provider = provider;
        this.rules = new TokenRules(provider.issuer(), keys, clock, JOSEObjectType.JWT, null);
    }

    /** Empty for what is not entirely right. */
    Optional<JWTClaimsSet> read(String token, String nonce) {
        return rules.read(token).filter(claims -> isForUs(claims) && isFor(claims, nonce) && isIdentityToken(claims));
    }

    private boolean isForUs(JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        Object party = claims.getClaim("azp");
        boolean named = audience.contains(provider.clientId());
        return named && (party == null ? audience.size() == 1 : party.equals(provider.clientId()));
    }

    private static boolean isFor(JWTClaimsSet claims, String nonce) {
        return claims.getClaim("nonce") instanceof String said && MessageDigest.isEqual(said.getBytes(UTF_8), nonce.getBytes(UTF_8));
    }

    private boolean isIdentityToken(JWTClaimsSet claims) {
        Object use = claims.getClaim("token_use");
        boolean used = use == null ? provider.kind() != OidcProvider.Kind.COGNITO : use.equals("id");
        Object type = claims.getClaim("typ");
        return used && claims.getIssueTime() != null && (type == null || type.equals("ID") || type.equals("JWT"));
    }
}
