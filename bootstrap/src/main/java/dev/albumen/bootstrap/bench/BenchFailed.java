package dev.albumen.bootstrap.bench;

/** Nothing can be measured here; the message says why, in one line for the operator. */
final class BenchFailed extends RuntimeException {

    BenchFailed(String message) {
        super(message);
    }
}
