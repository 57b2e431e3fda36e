package dev.albumen.application.label;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Has no picture labelled with a name any more. */
public final class BlockLabel {

    private final Transactions transactions;
    private final BlockedLabels blocked;
    private final AuditTrail audit;
    private final InstantSource clock;

    public BlockLabel(Transactions transactions, BlockedLabels blocked, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.blocked = blocked;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(LabelScope scope, TagName name) {}

    /** A name that is blocked already stays so. */
    public void handle(Viewer viewer, Command command) {
        Optional<UserId> owner = command.scope().owner(viewer);
        transactions.writing(() -> {
            Instant now = clock.instant();
            if (blocked.add(owner, command.name(), now)) {
                audit.append(AuditEntry.by(viewer, "label.block", owner.<Object>map(id -> id).orElse("all"), now)
                        .with("label", command.name().value()));
            }
        });
    }
}
