package dev.albumen.application.share;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;

/** Gives a link to somebody under their name, with an address of their own. */
public final class InviteRecipient {

    private final Transactions transactions;
    private final OwnedRecipients owned;
    private final OwnedShares shares;
    private final Recipients recipients;
    private final Tokens tokens;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public InviteRecipient(Transactions transactions, OwnedRecipients owned, OwnedShares shares, Recipients recipients, Tokens tokens, AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.owned = owned;
        this.shares = shares;
        this.recipients = recipients;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(ShareId share, RecipientTerms terms) {}

    public OwnedRecipient handle(Viewer viewer, Command command) {
        String token = tokens.next();
        return transactions.write(() -> {
            Instant now = clock.instant();
            ShareLink link = owned.link(viewer, command.share());
            Recipient invited = Recipient.invited(
                    new RecipientId(ids.next()), link.id(), Sha256.of(token), shares.seal(token), command.terms(), now);
            recipients.add(invited);
            audit.append(AuditEntry.by(viewer, "recipient.invite", invited.id(), now).with("share", link.id()));
            return owned.of(viewer, link, new Recipients.Counted(invited, ShareUsage.NONE, null));
        });
    }
}
