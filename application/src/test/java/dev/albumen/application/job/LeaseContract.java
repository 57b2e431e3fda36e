package dev.albumen.application.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every lease does. */
public abstract class LeaseContract {

    /** Of a try that has its job. */
    protected abstract Lease held();

    /** Of a try whose job another one has now. */
    protected abstract Lease passedOn();

    /** Of a try whose job another one has finished. */
    protected abstract Lease over();

    /** Runs work in a write transaction. */
    protected abstract void writing(Runnable work);

    @Test
    void letsTheTryGoOnThatHasTheJob() {
        Lease lease = held();

        assertThatCode(() -> writing(() -> {
            lease.hold();
            lease.hold();
        })).doesNotThrowAnyException();
        assertThatCode(() -> writing(lease::hold)).as("in a later transaction too").doesNotThrowAnyException();
    }

    @Test
    void stopsOneThatWasTakenForDead() {
        assertThatThrownBy(() -> writing(passedOn()::hold)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void stopsOneWhoseJobIsOver() {
        assertThatThrownBy(() -> writing(over()::hold)).isInstanceOf(LeaseLostException.class);
    }
}
