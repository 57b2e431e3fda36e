package dev.albumen.application.share;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Ends a link for good, at once and for every address that was handed out through it. */
public final class DeleteShare {

    private final Transactions transactions;
    private final ShareLinks links;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteShare(Transactions transactions, ShareLinks links, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(ShareId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            ShareLink link = links.find(command.id()).orElseThrow(Refusal::notFound);
            ShareAccess.requireManaging(viewer, link);
            Stale.unless(command.expected(), link.version());
            links.delete(link.id());
            audit.append(AuditEntry.by(viewer, "share.delete", link.id(), clock.instant()));
        });
    }
}
