package dev.albumen.domain.social;

import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Who wrote a comment. */
public sealed interface Author {

    record OfAccount(UserId userId) implements Author {}

    /**
     * Somebody who came by a link.
     *
     * @param name as they say
     * @param link {@code null} where it is gone since
     * @param tokenHash of what they were given to change their comment with
     */
    record Guest(String name, @Nullable ShareId link, Sha256 tokenHash) implements Author {

        public static final int MAX_NAME = 100;
    }

    /** Nobody that is known any more. */
    record Forgotten() implements Author {}

    Author FORGOTTEN = new Forgotten();

    default boolean is(UserId user) {
        return this instanceof OfAccount(UserId id) && id.equals(user);
    }
}
