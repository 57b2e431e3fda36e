package dev.albumen.application.job;

/** A lease that a test can take away. */
public final class InMemoryLease implements Lease {

    private volatile boolean lost;

    @Override
    public void hold() {
        if (lost) {
            throw new LeaseLostException();
        }
    }

    /** Gives the job to another try. */
    public void lose() {
        lost = true;
    }
}
