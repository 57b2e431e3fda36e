package dev.albumen.application.label;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/** Counts calls in memory. */
public final class InMemoryLabelBudget implements LabelBudget {

    private record Key(LocalDate day, Optional<UserId> owner) {}

    private final InMemoryTable<Key, Long> calls;

    public InMemoryLabelBudget(InMemoryTransactions transactions) {
        this.calls = transactions.table();
    }

    @Override
    public Reserved reserve(LocalDate day, UserId owner, int more, CallLimits limits) {
        if (spent(day) + more > limits.perDay()) {
            return Reserved.NONE;
        }
        if (spent(day, owner) + more > limits.perDayAndUser()) {
            return Reserved.NONE_FOR_USER;
        }
        add(day, owner, more);
        return Reserved.ALL;
    }

    @Override
    public void release(LocalDate day, UserId owner, int fewer) {
        add(day, owner, -fewer);
    }

    private void add(LocalDate day, UserId owner, int more) {
        calls.put(new Key(day, Optional.of(owner)), Math.max(0, spent(day, owner) + more));
        calls.put(new Key(day, Optional.empty()), Math.max(0, spent(day) + more));
    }

    @Override
    public long spent(LocalDate day) {
        return calls.find(new Key(day, Optional.empty())).orElse(0L);
    }

    @Override
    public long spent(LocalDate day, UserId owner) {
        return calls.find(new Key(day, Optional.of(owner))).orElse(0L);
    }

    @Override
    public void forget(LocalDate before) {
        calls.removeIf((key, count) -> key.day().isBefore(before));
    }
}
