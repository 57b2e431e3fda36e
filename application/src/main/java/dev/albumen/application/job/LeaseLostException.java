package dev.albumen.application.job;

/** A try of a job comes too late: the job was given to another. An expected outcome, so without a stack trace. */
public final class LeaseLostException extends RuntimeException {

    public LeaseLostException() {
        super("the job was given to another try", null, false, false);
    }
}
