package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says something of an image or an album. */
public final class WriteComment {

    /** What one account may say. */
    static final Throttle.Limit BY_AUTHOR = new Throttle.Limit("comments-by-author", 60, Duration.ofMinutes(1));

    private final Transactions transactions;
    private final Conversations conversations;
    private final CommentStores stores;
    private final CommentNotices notices;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public WriteComment(
            Transactions transactions, Conversations conversations, CommentStores stores, CommentNotices notices, Throttle throttle,
            AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.stores = stores;
        this.notices = notices;
        this.throttle = throttle;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param parent what is answered; {@code null} for nothing */
    public record Command(Subject subject, @Nullable CommentId parent, String body) {}

    public CommentView handle(Viewer viewer, Command command) {
        Viewer.Member author = viewer.member();
        CommentId id = new CommentId(ids.next());
        throttle.admit(BY_AUTHOR, author.userId().toString());
        return transactions.write(() -> {
            CommentAccess.Facts facts = conversations.require(viewer, command.subject());
            CommentAccess.requireWriting(viewer, facts);
            Instant now = clock.instant();
            Comment comment = Comment.written(id, command.subject(), stores.answered(viewer, facts, command.subject(), command.parent()),
                    new Author.OfAccount(author.userId()), command.body(), now);
            stores.comments().add(comment);
            notices.tell(comment, facts);
            audit.append(AuditEntry.by(viewer, "comment.write", id, now));
            return stores.shown(viewer, facts, id);
        });
    }
}
