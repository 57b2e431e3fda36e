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

/** Lets pictures be labelled with a name again, when they are next labelled. */
public final class UnblockLabel {

    private final Transactions transactions;
    private final BlockedLabels blocked;
    private final AuditTrail audit;
    private final InstantSource clock;

    public UnblockLabel(Transactions transactions, BlockedLabels blocked, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.blocked = blocked;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(LabelScope scope, TagName name) {}

    /** A name that is not blocked is no error. */
    public void handle(Viewer viewer, Command command) {
        Optional<UserId> owner = command.scope().owner(viewer);
        transactions.writing(() -> {
            Instant now = clock.instant();
            if (blocked.remove(owner, command.name())) {
                audit.append(AuditEntry.by(viewer, "label.unblock", owner.<Object>map(id -> id).orElse("all"), now)
                        .with("label", command.name().value()));
            }
        });
    }
}
