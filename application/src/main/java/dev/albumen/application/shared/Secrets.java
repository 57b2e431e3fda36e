package dev.albumen.application.shared;

/** What only the holder of the instance's key can do. The key lives outside the database. */
public interface Secrets {

    /**
     * Authenticates a message.
     *
     * @param purpose separates uses, so that a signature for one is worth nothing for another
     * @return HMAC-SHA-256 (RFC 2104) in base64url without padding
     */
    String sign(String purpose, String message);

    /** Whether the signature is the one that {@link #sign} gives, compared in constant time. */
    boolean isSigned(String purpose, String message, String signature);

    /** Encrypts with authentication; the same text gives another cipher every time. */
    byte[] encrypt(String purpose, byte[] clear);

    /**
     * Undoes {@link #encrypt}.
     *
     * @throws DependencyException where the cipher was not made with this key and purpose
     */
    byte[] decrypt(String purpose, byte[] cipher);
}
