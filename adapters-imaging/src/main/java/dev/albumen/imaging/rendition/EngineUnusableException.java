package dev.albumen.imaging.rendition;

/** An engine does not work on this machine; the message says why, in one line for the operator. */
public final class EngineUnusableException extends Exception {

    public EngineUnusableException(String reason) {
        super(reason);
    }

    public EngineUnusableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
