package dev.albumen.rest.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.albumen.application.user.SigningKeyring;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Session;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.validator.ExpirationJwtClaimsValidator;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import io.micronaut.security.token.jwt.validator.JwtValidator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Signed JWTs (RFC 9068 in spirit) that name a session for some minutes. They say nothing about what the user may do:
 * that is looked up with each request.
 */
@Singleton
final class AccessTokens {

    private static final String ISSUER = "albumen";
    private static final String SESSION = "sid";
    private static final int REMEMBERED = 10_000;

    private final SignatureGeneratorConfiguration signature;
    private final JwtValidator<HttpRequest<?>> validator;
    private final InstantSource clock;
    /**
     * What each token says, once its signature was found good. That never changes; whether the token is over and its
     * session alive is asked each time.
     */
    private final Cache<String, Named> good = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SigningKeyring.ACCESS_TOKEN_LIFE)
            .build();

    @SuppressWarnings("unchecked")
    AccessTokens(SignatureGeneratorConfiguration signature, InstantSource clock) {
        this.signature = signature;
        this.validator = JwtValidator.builder()
                .withSignatures(signature)
                .withClaimValidators(new ExpirationJwtClaimsValidator<HttpRequest<?>>(), new OurClaims())
                .build();
        this.clock = clock;
    }

    /** What a valid token names, and when it is over. */
    record Named(UserId user, SessionId session, Instant expiresAt) {}

    String issue(Session session) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(session.userId().toString())
                .claim(SESSION, session.id().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(SigningKeyring.ACCESS_TOKEN_LIFE)))
                .build();
        try {
            return signature.sign(claims).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("an access token could not be signed", e);
        }
    }

    /** Empty for what is not a token of ours, altered or over. */
    Optional<Named> read(String token, HttpRequest<?> request) {
        if (good.getIfPresent(token) != null) {
            return known(token);
        }
        Optional<Named> read = validator.validate(token, request).flatMap(AccessTokens::named);
        read.ifPresent(named -> good.put(token, named));
        return read;
    }

    /** {@link #read} without verifying anything: empty too where that was not done before. */
    Optional<Named> known(String token) {
        return Optional.ofNullable(good.getIfPresent(token)).filter(named -> clock.instant().isBefore(named.expiresAt()));
    }

    private static Optional<Named> named(JWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return Optional.of(new Named(
                    new UserId(UUID.fromString(claims.getSubject())),
                    new SessionId(UUID.fromString(claims.getStringClaim(SESSION))),
                    claims.getExpirationTime().toInstant()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The framework's own check lets a token pass that never ends or names no issuer. */
    private static final class OurClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {

        @Override
        public boolean validate(Claims claims, HttpRequest<?> request) {
            return ISSUER.equals(claims.get("iss")) && claims.get("exp") != null && claims.get("sub") != null
                    && claims.get(SESSION) != null;
        }
    }
}
