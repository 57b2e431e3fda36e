package dev.albumen.application.selection;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes how those who hold a link choose, for selections that have begun too. */
public final class ChangeSelectionConfig {

    private final Transactions transactions;
    private final ManagedLinks links;
    private final SelectionConfigs configs;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeSelectionConfig(
            Transactions transactions, ManagedLinks links, SelectionConfigs configs, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.configs = configs;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(ShareId share, SelectionConfig.Patch patch, Optional<Long> expected) {}

    public SelectionConfig handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            SelectionConfig before = configs.of(links.require(viewer, command.share()).id());
            Stale.unless(command.expected(), before.version());
            SelectionConfig saved = configs.save(before.changed(command.patch(), now));
            audit.append(AuditEntry.by(viewer, "selection.configure", command.share(), now));
            return saved;
        });
    }
}
