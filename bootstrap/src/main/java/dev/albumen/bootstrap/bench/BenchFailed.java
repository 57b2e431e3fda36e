package dev.albumen.bootstrap.bench;

/** Nothing can be measured here; the message says why, in one line for the operator. */
public final class BenchFailed extends RuntimeException {

    public BenchFailed(String message) {
        super(message);
    }
}
