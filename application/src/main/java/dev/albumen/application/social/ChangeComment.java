package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Stale;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what the viewer said. */
public final class ChangeComment {

    private final Transactions transactions;
    private final Conversations conversations;
    private final CommentStores stores;
    private final CommentNotices notices;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ChangeComment(
            Transactions transactions, Conversations conversations, CommentStores stores, CommentNotices notices, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.stores = stores;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected the version that the change is based on; empty for any */
    public record Command(CommentId id, String body, Optional<Long> expected) {}

    public CommentView handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Conversations.Found found = conversations.require(viewer, command.id(), CommentAction.CHANGE);
            Stale.unless(command.expected(), found.comment().version());
            Instant now = clock.instant();
            Comment changed = stores.comments().save(found.comment().edited(command.body(), now));
            notices.tellMentioned(changed);
            audit.append(AuditEntry.by(viewer, "comment.change", command.id(), now));
            return stores.shown(viewer, found.facts(), command.id());
        });
    }
}
