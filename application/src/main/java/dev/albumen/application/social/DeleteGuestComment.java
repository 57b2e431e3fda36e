package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.share.Knock;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes what a guest said, while the link opens. */
public final class DeleteGuestComment {

    private final Transactions transactions;
    private final GuestTalk talk;
    private final Comments comments;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteGuestComment(
            Transactions transactions, GuestTalk talk, Comments comments, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.talk = talk;
        this.comments = comments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param token what the guest was given with the comment
     * @param expected the version that the change is based on; empty for any
     */
    public record Command(Knock knock, CommentId id, String token, Optional<Long> expected) {
        @Override
        public String toString() {
            return "Command[" + id + "]";
        }
    }

    public void handle(Viewer viewer, Command command) {
        Comment comment = talk.own(viewer, command.knock(), command.id(), command.token());
        Stale.unless(command.expected(), comment.version());
        transactions.writing(() -> {
            comments.save(comment.deleted());
            audit.append(AuditEntry.by(viewer, "comment.delete", command.id(), clock.instant()).with("by", "guest"));
        });
    }
}
