package dev.albumen.application.shared;

/**
 * Thrown by a store that was to save over another version than the one it has: somebody else's change came between the
 * reading and the saving. {@link Transactions#write} does the work again. What a client based its change on is another
 * matter: that is {@link Stale}. An expected outcome, so without a stack trace.
 */
public final class LostRaceException extends RuntimeException {

    public LostRaceException() {
        super("another change came first", null, false, false);
    }
}
