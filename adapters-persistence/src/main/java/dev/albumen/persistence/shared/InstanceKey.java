package dev.albumen.persistence.shared;

import java.security.SecureRandom;
import java.util.Base64;

/** The 256 bits that all of an instance's secrets are derived from. Never prints them. */
public final class InstanceKey {

    private static final int KEY_BYTES = 32;

    private final byte[] bytes;

    private InstanceKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key from a setting.
     *
     * @param base64 32 bytes, in the usual or the URL alphabet, with or without padding
     * @throws IllegalArgumentException for anything else; the message does not repeat the text
     */
    public static InstanceKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the instance's key is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("the instance's key has " + bytes.length + " bytes instead of " + KEY_BYTES);
        }
        return new InstanceKey(bytes);
    }

    static InstanceKey random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new InstanceKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What {@link #parse} reads. */
    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "InstanceKey[…]";
    }
}
