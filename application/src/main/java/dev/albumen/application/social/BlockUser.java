package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Users;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Lets a user comment on the viewer's things no longer. */
public final class BlockUser {

    private final Transactions transactions;
    private final Blocks blocks;
    private final Users users;
    private final AuditTrail audit;
    private final InstantSource clock;

    public BlockUser(Transactions transactions, Blocks blocks, Users users, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(UserId other) {}

    /** Whoever is blocked already stays so. */
    public void handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        if (owner.equals(command.other())) {
            throw new Refusal.Conflict("own-account", "Nobody blocks themselves.").thrown();
        }
        transactions.writing(() -> {
            Instant now = clock.instant();
            users.find(command.other()).orElseThrow(Refusal::notFound);
            if (blocks.add(owner, command.other(), now)) {
                audit.append(AuditEntry.by(viewer, "user.block", command.other(), now));
            }
        });
    }
}
