package dev.albumen.application.shared;

import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every kind of transactions does. */
public abstract class TransactionsContract {

    protected abstract Transactions transactions();

    /** Writes something down, in the transaction that is open. */
    protected abstract void note(String text);

    /** What was written down to last, in any order. */
    protected abstract List<String> noted();

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void keepsWhatWasWritten() {
        transactions().writing(() -> note("kept"));

        assertThat(noted()).containsExactly("kept");
    }

    @Test
    void rollsBackWhatFailsHoweverDeep() {
        assertThatThrownBy(() -> transactions().writing(() -> {
            transactions().writing(() -> note("inner"));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");

        assertThat(noted()).isEmpty();
    }

    @Test
    void doesWorkThatLostARaceAgainFromTheStart() {
        int won = transactions().write(() -> {
            note("try " + tries.incrementAndGet());
            transactions().writing(() -> loseUntil(3));
            return tries.get();
        });

        assertThat(won).isEqualTo(3);
        assertThat(noted()).containsExactly("try 3");
    }

    @Test
    void refusesWorkThatKeepsLosing() {
        assertThat(refusalOf(() -> transactions().writing(() -> {
            note("try " + tries.incrementAndGet());
            loseUntil(Integer.MAX_VALUE);
        }))).isEqualTo(new Refusal.Stale());

        assertThat(tries).hasValue(Transactions.TRIES);
        assertThat(noted()).isEmpty();
    }

    @Test
    void passesAClientsOwnStaleVersionOnAtOnce() {
        assertThat(refusalOf(() -> transactions().writing(() -> {
            tries.incrementAndGet();
            Stale.unless(Optional.of(6L), 7);
        }))).isEqualTo(new Refusal.Stale());

        assertThat(tries).hasValue(1);
    }

    private void loseUntil(int winning) {
        if (tries.get() < winning) {
            throw new LostRaceException();
        }
    }
}
