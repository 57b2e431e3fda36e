package dev.albumen.bootstrap.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Client;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Access tokens for the same sessions that are good for as long as tests may take, and not for minutes. */
final class LastingTokens {

    private static final String BEARER = "Bearer ";
    private static final Duration LIFE = Duration.ofDays(1);

    private final SignatureGeneratorConfiguration keys;

    LastingTokens(InProcess service) {
        this.keys = service.context().getBean(SignatureGeneratorConfiguration.class);
    }

    /** Somebody who is signed in. */
    Client given(Client client) {
        try {
            JWTClaimsSet claims = JWTParser.parse(client.headers().get("Authorization").substring(BEARER.length())).getJWTClaimsSet();
            Date end = Date.from(Instant.now().plus(LIFE));
            return client.bearing(keys.sign(new JWTClaimsSet.Builder(claims).expirationTime(end).build()).serialize());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
