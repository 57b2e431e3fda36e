package dev.albumen.application.album;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * What the bytes of one request hash to, by their sender.
 *
 * @param digest of the algorithm's length
 */
public record PartChecksum(Algorithm algorithm, byte[] digest) {

    /** Those that a sender can choose from. */
    public enum Algorithm {
        SHA1("SHA-1"), SHA256("SHA-256"), MD5("MD5");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }

        /** As senders write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        MessageDigest digest() {
            try {
                return MessageDigest.getInstance(name);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + name, e);
            }
        }
    }

    public PartChecksum {
        digest = digest.clone();
    }

    boolean is(byte[] other) {
        return MessageDigest.isEqual(digest, other);
    }
}
