package dev.albumen.application.selection;

import dev.albumen.application.share.Knock;
import org.jspecify.annotations.Nullable;

/**
 * What a client comes to their selection with.
 *
 * @param resume the token that starting gave them; {@code null} where they bring none
 */
public record ClientKnock(Knock share, @Nullable String resume) {

    @Override
    public String toString() {
        return "ClientKnock[…]";
    }
}
