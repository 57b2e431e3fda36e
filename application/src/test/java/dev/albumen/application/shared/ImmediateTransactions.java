package dev.albumen.application.shared;

import dev.albumen.domain.shared.Refusal;
import java.util.function.Supplier;

/** Runs work at once. Nothing rolls back: what must roll back is shown on the real database. */
public final class ImmediateTransactions implements Transactions {

    @Override
    public <T> T read(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T write(Supplier<T> work) {
        try {
            return work.get();
        } catch (LostRaceException lost) {
            throw new Refusal.Stale().thrown();
        }
    }
}
