package dev.albumen.domain.shared;

/** Carries a {@link Refusal} through a transaction, which rolls back. An expected outcome, so without a stack trace. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
