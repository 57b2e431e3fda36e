package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;

/** The database ended a transaction in favour of another: a deadlock, or an order that no serial run could have. */
final class BrokenOffException extends DependencyException {

    BrokenOffException(Throwable cause) {
        super("the database broke a transaction off in favour of another", cause);
    }
}
