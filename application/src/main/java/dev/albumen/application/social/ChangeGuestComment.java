package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.share.Knock;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what a guest said, while the link still lets them speak and nobody has hidden it. */
public final class ChangeGuestComment {

    private final Transactions transactions;
    private final GuestTalk talk;
    private final CommentStores stores;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeGuestComment(
            Transactions transactions, GuestTalk talk, CommentStores stores, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.talk = talk;
        this.stores = stores;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param token what the guest was given with the comment
     * @param expected the version that the change is based on; empty for any
     */
    public record Command(Knock knock, CommentId id, String token, String body, Optional<Long> expected) {
        @Override
        public String toString() {
            return "Command[" + id + "]";
        }
    }

    public CommentView handle(Viewer viewer, Command command) {
        Comment comment = talk.own(viewer, command.knock(), command.id(), command.token());
        GuestTalk.Entered entered = talk.enter(viewer, command.knock(), comment.subject() instanceof Subject.OfImage image ? image.imageId() : null);
        if (comment.state() != Comment.State.SHOWN || !comment.subject().equals(entered.subject())) {
            throw Refusal.notFound();
        }
        Stale.unless(command.expected(), comment.version());
        return transactions.write(() -> {
            Instant now = clock.instant();
            stores.comments().save(comment.edited(command.body(), now));
            audit.append(AuditEntry.by(viewer, "comment.change", command.id(), now).with("share", entered.guest().shareId()));
            return stores.shown(entered.guest(), entered.facts(), command.id());
        });
    }
}
