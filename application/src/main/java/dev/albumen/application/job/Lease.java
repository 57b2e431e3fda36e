package dev.albumen.application.job;

/**
 * The right of one try of a job to say how the job ended. A worker that was taken for dead, because its node stood still or
 * could not be reached, has lost it to another try, whatever it believes itself.
 */
public interface Lease {

    /**
     * Goes on only where this try still has the job. Then nobody takes the job over before the caller's transaction ends,
     * so that what the transaction writes comes from one try alone.
     *
     * @throws LeaseLostException where the job went to another try, or is over; the caller's transaction is to roll back
     * @throws IllegalStateException outside a write transaction
     */
    void hold();
}
