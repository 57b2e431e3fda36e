package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Lets a user comment on the viewer's things again. */
public final class UnblockUser {

    private final Transactions transactions;
    private final Blocks blocks;
    private final AuditTrail audit;
    private final InstantSource clock;

    public UnblockUser(Transactions transactions, Blocks blocks, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(UserId other) {}

    /** Whoever is not blocked stays so. */
    public void handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        transactions.writing(() -> {
            Instant now = clock.instant();
            if (blocks.remove(owner, command.other())) {
                audit.append(AuditEntry.by(viewer, "user.unblock", command.other(), now));
            }
        });
    }
}
