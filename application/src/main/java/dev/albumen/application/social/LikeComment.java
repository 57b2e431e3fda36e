package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import java.time.Instant;
import java.time.InstantSource;

/** Says that the viewer likes a comment. */
public final class LikeComment {

    private final Transactions transactions;
    private final Conversations conversations;
    private final CommentLikes likes;
    private final AuditTrail audit;
    private final InstantSource clock;

    public LikeComment(
            Transactions transactions, Conversations conversations, CommentLikes likes, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.likes = likes;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommentId id) {}

    /** One that is liked already stays so. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            Viewer.Member member = viewer.member();
            conversations.require(viewer, command.id(), CommentAction.LIKE);
            Instant now = clock.instant();
            if (likes.add(member.userId(), command.id(), now)) {
                audit.append(AuditEntry.by(viewer, "comment.like", command.id(), now));
            }
        });
    }
}
