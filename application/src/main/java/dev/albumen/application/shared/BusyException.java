package dev.albumen.application.shared;

import java.time.Duration;

/** What is asked for takes longer than anybody wants to wait. It is being made, and there for those who ask again later. */
public final class BusyException extends RuntimeException {

    private final Duration retryAfter;

    /** @param message for people, without internals */
    public BusyException(String message, Duration retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When asking again makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
