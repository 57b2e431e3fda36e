package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import java.time.InstantSource;

/** Shows a comment again. */
public final class UnhideComment {

    private final Transactions transactions;
    private final Conversations conversations;
    private final Comments comments;
    private final AuditTrail audit;
    private final InstantSource clock;

    public UnhideComment(
            Transactions transactions, Conversations conversations, Comments comments, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.comments = comments;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommentId id) {}

    /** One that is shown already stays so. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            viewer.member();
            Comment comment = conversations.require(viewer, command.id(), CommentAction.HIDE).comment();
            Comment changed = comment.unhidden(viewer.is(Role.MODERATOR));
            if (changed.state() != comment.state()) {
                comments.save(changed);
                audit.append(AuditEntry.by(viewer, "comment.unhide", command.id(), clock.instant()));
            }
        });
    }
}
