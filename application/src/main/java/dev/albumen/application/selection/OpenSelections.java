package dev.albumen.application.selection;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Changes what a client chooses: in a transaction that holds the selection, so that what it counts stays so until it ends,
 * and that finds it open.
 */
public final class OpenSelections {

    private final Transactions transactions;
    private final SelectionConfigs configs;
    private final Selections selections;
    private final InstantSource clock;

    public OpenSelections(Transactions transactions, SelectionConfigs configs, Selections selections, InstantSource clock) {
        this.transactions = transactions;
        this.configs = configs;
        this.selections = selections;
        this.clock = clock;
    }

    /**
     * A selection in the midst of a change.
     *
     * @param config as it is in this transaction
     */
    record Held(Selection selection, SelectionConfig config, Instant now) {}

    <T> T change(SelectionDoor.Client client, Function<Held, T> work) {
        return held(client, held -> {
            held.selection().requireOpen(held.config(), held.now());
            return work.apply(held);
        });
    }

    /** The same, whatever the selection's state. */
    <T> T held(SelectionDoor.Client client, Function<Held, T> work) {
        return transactions.write(() -> {
            Selection locked = selections.lock(client.selection().id()).orElseThrow(Refusal::notFound);
            return work.apply(new Held(locked, configs.of(locked.shareId()), clock.instant()));
        });
    }
}
