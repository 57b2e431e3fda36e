package dev.albumen.imaging.rendition.worker;

/** There is no answer, and no worker any more. */
final class WorkerEnded extends Exception {

    private final EndReason reason;

    WorkerEnded(EndReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    EndReason reason() {
        return reason;
    }
}
