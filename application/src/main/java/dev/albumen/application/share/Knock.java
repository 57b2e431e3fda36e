package dev.albumen.application.share;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor comes to a link with.
 *
 * @param token the end of the link's address: its token or its slug
 * @param unlock what unlocking gave them; {@code null} where they have not
 */
public record Knock(String token, @Nullable String unlock) {

    ShareKey key() {
        return ShareKey.of(token);
    }

    @Override
    public String toString() {
        return "Knock[…]";
    }
}
