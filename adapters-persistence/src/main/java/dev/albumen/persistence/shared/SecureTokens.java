package dev.albumen.persistence.shared;

import dev.albumen.application.shared.Tokens;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens from the system's strong random source. */
public final class SecureTokens implements Tokens {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
