package dev.albumen.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of some bytes (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    private static final int DIGITS = 64;

    public Sha256 {
        if (!isForm(hex)) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /** The hash of the text's UTF-8 bytes. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of these bytes. */
    public static Sha256 of(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Sha256(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reads 64 hexadecimal digits of either case; empty where the text is something else. */
    public static Optional<Sha256> parse(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return isForm(lower) ? Optional.of(new Sha256(lower)) : Optional.empty();
    }

    // By hand: every image of every list has one, and a pattern showed in the profile.
    private static boolean isForm(String text) {
        boolean digits = text.length() == DIGITS;
        for (int i = 0; digits && i < DIGITS; i++) {
            char c = text.charAt(i);
            digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return digits;
    }

    @Override
    public String toString() {
        return hex;
    }
}
