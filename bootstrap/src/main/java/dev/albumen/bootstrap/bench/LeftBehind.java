package dev.albumen.bootstrap.bench;

/** Ends what would outlive a command that is ended in the midst: processes of its own do not end by themselves. */
public final class LeftBehind implements AutoCloseable {

    private final Thread ending;

    /** @param end what to do when this process ends before {@link #close} */
    public LeftBehind(Runnable end) {
        this.ending = new Thread(end, "ends what a measurement started");
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** It was ended in the usual way, or is about to be. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // this process is ending, and does it
        }
    }
}
