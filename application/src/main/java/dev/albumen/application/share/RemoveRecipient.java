package dev.albumen.application.share;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Ends the address of one recipient of a link for good; the others keep theirs. */
public final class RemoveRecipient {

    private final Transactions transactions;
    private final OwnedRecipients owned;
    private final Recipients recipients;
    private final AuditTrail audit;
    private final InstantSource clock;

    public RemoveRecipient(Transactions transactions, OwnedRecipients owned, Recipients recipients, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.owned = owned;
        this.recipients = recipients;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the caller means; empty for any */
    public record Command(ShareId share, RecipientId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            ShareLink link = owned.link(viewer, command.share());
            Recipient one = owned.require(link, command.id()).recipient();
            Stale.unless(command.expected(), one.version());
            recipients.delete(one.id());
            audit.append(AuditEntry.by(viewer, "recipient.remove", one.id(), clock.instant()).with("share", link.id()));
        });
    }
}
