package dev.albumen.persistence.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The keys of one purpose. */
final class PurposeKeys {

    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    /** Never used itself, only cloned: looking up and keying a new one costs more than most messages. */
    private final Mac hmac;

    private final SecretKey encryption;

    private PurposeKeys(Mac hmac, SecretKey encryption) {
        this.hmac = hmac;
        this.encryption = encryption;
    }

    static PurposeKeys derive(InstanceKey key, String purpose) {
        try {
            Mac hmac = Mac.getInstance(HMAC);
            hmac.init(derived(key, HMAC, "albumen sign " + purpose));
            return new PurposeKeys(hmac, derived(key, "AES", "albumen encrypt " + purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 or HMAC-SHA-256 does not work in this JDK", e);
        }
    }

    private static SecretKey derived(InstanceKey key, String algorithm, String info) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm,
                HKDFParameterSpec.ofExtract().addIKM(key.bytes()).thenExpand(info.getBytes(UTF_8), KEY_BYTES));
    }

    byte[] hmac(byte[] message) {
        try {
            return ((Mac) hmac.clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", e);
        }
    }

    SecretKey encryption() {
        return encryption;
    }
}
