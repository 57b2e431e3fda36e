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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what a recipient of a link may do, at once. */
public final class ChangeRecipient {

    private final Transactions transactions;
    private final OwnedRecipients owned;
    private final Recipients recipients;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeRecipient(Transactions transactions, OwnedRecipients owned, Recipients recipients, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.owned = owned;
        this.recipients = recipients;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(ShareId share, RecipientId id, Recipient.Patch patch, Optional<Long> expected) {}

    public OwnedRecipient handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Instant now = clock.instant();
            ShareLink link = owned.link(viewer, command.share());
            Recipients.Counted before = owned.require(link, command.id());
            Stale.unless(command.expected(), before.recipient().version());
            Recipient saved = recipients.save(before.recipient().changed(command.patch(), now));
            audit.append(AuditEntry.by(viewer, "recipient.change", saved.id(), now).with("share", link.id()));
            return owned.of(viewer, link, new Recipients.Counted(saved, before.used(), before.seenAt()));
        });
    }
}
