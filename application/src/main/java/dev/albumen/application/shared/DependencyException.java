package dev.albumen.application.shared;

/** Something that Albumen stands on (database, blob store, engine) does not answer. Trying again later may help. */
public class DependencyException extends RuntimeException {

    public DependencyException(String message, Throwable cause) {
        super(message, cause);
    }

    public DependencyException(String message) {
        super(message);
    }
}
