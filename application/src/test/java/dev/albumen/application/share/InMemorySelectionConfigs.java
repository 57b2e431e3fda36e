package dev.albumen.application.share;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.ShareId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps in memory what owners have said about choosing. */
public final class InMemorySelectionConfigs implements SelectionConfigs {

    private final InMemoryTable<ShareId, SelectionConfig> configs;
    private final InMemoryShareLinks links;

    public InMemorySelectionConfigs(InMemoryTransactions transactions, InMemoryShareLinks links) {
        this.configs = transactions.table();
        this.links = links;
        links.whenDeleted(configs::remove);
    }

    @Override
    public Map<ShareId, SelectionConfig> of(Set<ShareId> shares) {
        Map<ShareId, SelectionConfig> found = new HashMap<>(configs.all());
        found.keySet().retainAll(shares);
        return found;
    }

    @Override
    public SelectionConfig save(SelectionConfig config) {
        if (links.find(config.shareId()).isEmpty() || of(config.shareId()).version() != config.version()) {
            throw new LostRaceException();
        }
        SelectionConfig next = new SelectionConfig(config.shareId(), config.enabled(), config.title(), config.limit(),
                config.allowComments(), config.requireName(), config.requireEmail(), config.requirePhone(), config.requireNote(),
                config.deadline(), config.updatedAt(), config.version() + 1);
        configs.put(config.shareId(), next);
        return next;
    }
}
