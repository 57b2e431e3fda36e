package dev.albumen.application.notice;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.share.Recipients;
import dev.albumen.application.share.ShareLinks;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Has a recipient of a link sent their address by mail. Only the link's owner may, because the mail is in their name. */
public final class MailRecipient {

    /** Mails to one recipient. */
    static final Throttle.Limit BY_RECIPIENT = new Throttle.Limit("mail-by-recipient", 3, Duration.ofDays(1));
    /** Mails of one owner to all recipients. */
    static final Throttle.Limit BY_OWNER = new Throttle.Limit("mail-by-owner", 100, Duration.ofDays(1));

    private final Transactions transactions;
    private final ShareLinks links;
    private final Recipients recipients;
    private final Notices notices;
    private final Mailer mailer;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MailRecipient(
            Transactions transactions, ShareLinks links, Recipients recipients, Notices notices, Mailer mailer,
            Throttle throttle, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.recipients = recipients;
        this.notices = notices;
        this.mailer = mailer;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(ShareId share, RecipientId recipient) {}

    public void handle(Viewer viewer, Command command) {
        Recipient recipient = transactions.read(() -> own(viewer, command));
        if (!mailer.on()) {
            throw new Refusal.Conflict("mail-off", "This instance sends no mails.").thrown();
        }
        if (recipient.terms().email() == null) {
            throw new Refusal.Conflict("recipient-without-email", "This recipient has no e-mail address.").thrown();
        }
        throttle.admit(BY_RECIPIENT, recipient.id().toString());
        throttle.admit(BY_OWNER, viewer.member().userId().toString());
        transactions.writing(() -> {
            Instant now = clock.instant();
            notices.invite(own(viewer, command).id(), now);
            audit.append(AuditEntry.by(viewer, "recipient.mail", recipient.id(), now).with("share", command.share()));
        });
    }

    private Recipient own(Viewer viewer, Command command) {
        ShareLink link = links.find(command.share()).orElseThrow(Refusal::notFound);
        ShareAccess.requireManaging(viewer, link);
        Recipient recipient = recipients.find(command.recipient()).map(Recipients.Counted::recipient)
                .filter(one -> one.shareId().equals(link.id())).orElseThrow(Refusal::notFound);
        if (!ShareAccess.owns(viewer, link)) {
            throw new Refusal.Forbidden("owner-only", "Only the link's owner sends it.").thrown();
        }
        return recipient;
    }
}
