package dev.albumen.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What access tokens are signed with (RS256). Never printed.
 *
 * @param kid names the key in a token's header
 * @param publicKey X.509 SubjectPublicKeyInfo in DER
 * @param privateKey PKCS #8 in DER, encrypted with the instance's key
 * @param retiredAt since when it signs nothing; {@code null} for the one that signs
 */
public record SigningKey(String kid, byte[] publicKey, byte[] privateKey, Instant createdAt, @Nullable Instant retiredAt) {

    public SigningKey {
        publicKey = publicKey.clone();
        privateKey = privateKey.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] privateKey() {
        return privateKey.clone();
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
