package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes a comment for good: by its author, whose thing it is about, or a moderator. */
public final class DeleteComment {

    private final Transactions transactions;
    private final Conversations conversations;
    private final Comments comments;
    private final AuditTrail audit;
    private final InstantSource clock;

    public DeleteComment(
            Transactions transactions, Conversations conversations, Comments comments, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.comments = comments;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(CommentId id, Optional<Long> expected) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Conversations.Found found = conversations.require(viewer, command.id(), CommentAction.DELETE);
            Stale.unless(command.expected(), found.comment().version());
            comments.save(found.comment().deleted());
            audit.append(AuditEntry.by(viewer, "comment.delete", command.id(), clock.instant()));
        });
    }
}
