package dev.albumen.application.shared;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Replays beside the other tables in memory, where one transaction runs at a time and so claims what it likes. */
public final class InMemoryReplays implements Replays {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<Key, Kept> kept;

    public InMemoryReplays(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.kept = transactions.table();
    }

    @Override
    public boolean claim(Key key) {
        transactions.requireWriting();
        return true;
    }

    @Override
    public Optional<Kept> find(Key key) {
        return kept.find(key);
    }

    @Override
    public void keep(Key key, Kept answer) {
        kept.put(key, answer);
    }

    @Override
    public int forget(Instant before) {
        return transactions.write(() -> {
            Map<Key, Kept> all = kept.all();
            kept.removeIf((key, answer) -> answer.keptAt().isBefore(before));
            return all.size() - kept.all().size();
        });
    }
}
