package dev.albumen.application.job;

/**
 * Does small work that nobody waits for and that nothing is lost without: whoever needed it asks for it again. What must
 * not be lost is a {@link Job}.
 */
public interface SpareTime {

    /**
     * Takes work to be done soon, on another thread, with little at once. False where too much waits already; then it is
     * never begun. What the work throws is logged and ends nothing else. What waits when the node stops is forgotten.
     */
    boolean offer(Runnable work);
}
