package dev.albumen.application.rendition;

/** What is wanted takes a while to make, and whoever asked does not want to wait. */
public final class NotMadeYetException extends RuntimeException {

    NotMadeYetException() {
        // told to the caller, who asks again with patience: where it happened says nothing
        super("not made yet", null, false, false);
    }
}
