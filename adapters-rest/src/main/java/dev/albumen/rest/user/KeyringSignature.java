package dev.albumen.rest.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.albumen.application.user.SigningKeyring;
import dev.albumen.domain.user.SigningKey;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Singleton;

/** RS256 and nothing else, with the keys that all nodes share. */
@Singleton
final class KeyringSignature implements SignatureGeneratorConfiguration {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private final SigningKeyring keyring;
    private final VerificationKeys keys;

    KeyringSignature(SigningKeyring keyring, VerificationKeys keys) {
        this.keyring = keyring;
        this.keys = keys;
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Only RS256 is accepted.";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return ALGORITHM.equals(algorithm);
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        SigningKey key = keyring.current();
        var token = new SignedJWT(new JWSHeader.Builder(ALGORITHM).type(JOSEObjectType.JWT).keyID(key.kid()).build(), claims);
        token.sign(new RSASSASigner(keyring.privateKey(key)));
        return token;
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        if (!supports(header.getAlgorithm()) || header.getKeyID() == null) {
            return false;
        }
        var verifier = keys.verifier(header.getKeyID());
        return verifier.isPresent() && token.verify(verifier.get());
    }
}
