package dev.albumen.oidc.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.user.ExternalId;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every token of a provider must be (RFC 8725): signed by one of its keys with an algorithm that no shared secret
 * serves, of a type for this use, of this issuer, and of this time.
 */
final class TokenRules {

    static final int SKEW_SECONDS = 60;
    /** More than any provider's token has. */
    private static final int MOST_CHARACTERS = 16 << 10;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
            JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final InstantSource clock;

    /** @param types what the header may call the token; {@code null} among them is nothing */
    TokenRules(String issuer, ProviderKeys keys, InstantSource clock, @Nullable JOSEObjectType... types) {
        this.clock = clock;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new Times(issuer));
    }

    /**
     * Empty for what breaks a rule.
     *
     * @throws DependencyException where the provider's keys are not to be had
     */
    Optional<JWTClaimsSet> read(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (bringsItsOwnKey(signed.getHeader())) {
                return Optional.empty();
            }
            return Optional.of(processor.process(signed, null)).filter(this::isOfSomebodyAndNow);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Such a key would not be used anyway. No honest token has one. */
    private static boolean bringsItsOwnKey(JWSHeader header) {
        return header.getJWK() != null || header.getJWKURL() != null || header.getX509CertURL() != null;
    }

    private boolean isOfSomebodyAndNow(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        Instant latest = clock.instant().plusSeconds(SKEW_SECONDS);
        boolean somebody = subject != null && !subject.isBlank() && subject.length() <= ExternalId.MAX_SUBJECT;
        return somebody && (claims.getIssueTime() == null || !claims.getIssueTime().toInstant().isAfter(latest));
    }

    /** For whom a token is, is judged by those who take it. */
    private final class Times extends DefaultJWTClaimsVerifier<SecurityContext> {

        Times(String issuer) {
            super(new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
