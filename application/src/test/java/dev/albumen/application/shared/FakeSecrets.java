package dev.albumen.application.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets without a secret: behaves as the real ones do, the same way on every run, and protects nothing. */
public final class FakeSecrets implements Secrets {

    private static final int TAG_BYTES = 32;

    private final AtomicLong encrypted = new AtomicLong();
    private final String instance;

    public FakeSecrets() {
        this("");
    }

    /** @param instance another one has other secrets */
    public FakeSecrets(String instance) {
        this.instance = instance;
    }

    @Override
    public String sign(String purpose, String message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(instance + "sign " + purpose, message.getBytes(UTF_8)));
    }

    @Override
    public boolean isSigned(String purpose, String message, String signature) {
        return sign(purpose, message).equals(signature);
    }

    @Override
    public byte[] encrypt(String purpose, byte[] clear) {
        long nonce = encrypted.incrementAndGet();
        byte[] body = ByteBuffer.allocate(Long.BYTES + clear.length).putLong(nonce).put(hidden(nonce, clear)).array();
        return ByteBuffer.allocate(body.length + TAG_BYTES).put(body).put(hmac("encrypt " + purpose, body)).array();
    }

    @Override
    public byte[] decrypt(String purpose, byte[] cipher) {
        int bodyLength = cipher.length - TAG_BYTES;
        if (bodyLength < Long.BYTES) {
            throw new DependencyException("too short");
        }
        byte[] body = Arrays.copyOf(cipher, bodyLength);
        if (!Arrays.equals(hmac("encrypt " + purpose, body), Arrays.copyOfRange(cipher, bodyLength, cipher.length))) {
            throw new DependencyException("not made for this purpose");
        }
        return hidden(ByteBuffer.wrap(body).getLong(), Arrays.copyOfRange(body, Long.BYTES, body.length));
    }

    private static byte[] hidden(long nonce, byte[] bytes) {
        byte[] mask = hmac("mask", ByteBuffer.allocate(Long.BYTES).putLong(nonce).array());
        byte[] masked = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            masked[i] = (byte) (bytes[i] ^ mask[i % mask.length]);
        }
        return masked;
    }

    private static byte[] hmac(String key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
