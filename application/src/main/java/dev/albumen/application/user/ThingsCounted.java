package dev.albumen.application.user;

import dev.albumen.domain.shared.UserId;

/** What another feature counts of a user's things, shown with their usage. Used inside a transaction of the caller. */
public interface ThingsCounted {

    /** A plural noun, such as {@code images}. */
    String name();

    long of(UserId user);
}
