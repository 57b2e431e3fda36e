package dev.albumen.persistence.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Secrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Derives two keys for each purpose from the instance's key with HKDF-SHA-256 (RFC 5869): one signs with HMAC-SHA-256,
 * the other encrypts with AES-256-GCM. A cipher is one byte for this form, 12 bytes of nonce, the text, 16 bytes of tag.
 */
public final class InstanceSecrets implements Secrets {

    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final InstanceKey key;
    private final SecureRandom random = new SecureRandom();
    /** Purposes are constants of the code, so these stay few. */
    private final Map<String, PurposeKeys> keys = new ConcurrentHashMap<>();

    public InstanceSecrets(InstanceKey key) {
        this.key = key;
    }

    @Override
    public String sign(String purpose, String message) {
        return new String(signature(purpose, message), US_ASCII);
    }

    @Override
    public boolean isSigned(String purpose, String message, String signature) {
        // Text against text: decoding would accept several spellings of the same bytes.
        return MessageDigest.isEqual(signature(purpose, message), signature.getBytes(UTF_8));
    }

    private byte[] signature(String purpose, String message) {
        return BASE64_URL.encode(keysFor(purpose).hmac(message.getBytes(UTF_8)));
    }

    @Override
    public byte[] encrypt(String purpose, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] cipher = new byte[HEAD_BYTES + clear.length + TAG_BYTES];
        ByteBuffer.wrap(cipher).put(FORM).put(nonce);
        try {
            gcm(Cipher.ENCRYPT_MODE, purpose, cipher).doFinal(clear, 0, clear.length, cipher, HEAD_BYTES);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work in this JDK", e);
        }
    }

    @Override
    public byte[] decrypt(String purpose, byte[] cipher) {
        if (cipher.length < HEAD_BYTES + TAG_BYTES || cipher[0] != FORM) {
            throw new DependencyException("something encrypted is damaged or not ours");
        }
        try {
            return gcm(Cipher.DECRYPT_MODE, purpose, cipher).doFinal(cipher, HEAD_BYTES, cipher.length - HEAD_BYTES);
        } catch (AEADBadTagException e) {
            throw new DependencyException("something encrypted was made with another instance key, or is damaged");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work in this JDK", e);
        }
    }

    /** The purpose is authenticated too, so that a mix-up of keys could not go unseen. */
    private Cipher gcm(int mode, String purpose, byte[] head) throws GeneralSecurityException {
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(mode, keysFor(purpose).encryption(), new GCMParameterSpec(TAG_BYTES * 8, head, 1, NONCE_BYTES));
        gcm.updateAAD(purpose.getBytes(UTF_8));
        return gcm;
    }

    private PurposeKeys keysFor(String purpose) {
        PurposeKeys known = keys.get(purpose);
        return known != null ? known : keys.computeIfAbsent(purpose, unknown -> PurposeKeys.derive(key, unknown));
    }
}
