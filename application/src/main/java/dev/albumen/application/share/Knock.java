package dev.albumen.application.share;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor comes to a link with.
 *
 * @param token the end of the link's address: its token or its slug
 * @param visit the guest token that they were given before; {@code null} where they come without
 */
public record Knock(String token, @Nullable String visit) {

    public ShareKey key() {
        return ShareKey.of(token);
    }

    @Override
    public String toString() {
        return "Knock[…]";
    }
}
