package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.share.Knock;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says something of what a link shows, under a name of one's own. */
public final class CommentAsGuest {

    /** What everybody together says by one link. */
    static final Throttle.Limit BY_LINK = new Throttle.Limit("guest-comments-by-link", 100, Duration.ofMinutes(10));
    /** What comes from one address by one link. */
    static final Throttle.Limit BY_VISITOR = new Throttle.Limit("guest-comments-by-visitor", 10, Duration.ofMinutes(5));

    private final Transactions transactions;
    private final GuestTalk talk;
    private final CommentStores stores;
    private final CommentNotices notices;
    private final Throttle throttle;
    private final Tokens tokens;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public CommentAsGuest(
            Transactions transactions, GuestTalk talk, CommentStores stores, CommentNotices notices, Throttle throttle, Tokens tokens,
            AuditTrail audit, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.talk = talk;
        this.stores = stores;
        this.notices = notices;
        this.throttle = throttle;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param image one of the link's images; {@code null} for what the link is to
     * @param parent what is answered; {@code null} for nothing
     * @param address the visitor's, for throttling
     */
    public record Command(Knock knock, @Nullable ImageId image, @Nullable CommentId parent, String name, String body, String address) {}

    /** @param token changes and deletes the comment, and is told this once */
    public record Made(CommentView comment, String token) {
        @Override
        public String toString() {
            return "Made[" + comment + "]";
        }
    }

    /** A recipient is who they are. */
    private static String name(GuestTalk.Entered entered, Command command) {
        return entered.recipient() == null ? Text.line("/name", command.name(), Author.Guest.MAX_NAME) : entered.recipient().name();
    }

    public Made handle(Viewer viewer, Command command) {
        GuestTalk.Entered entered = talk.enter(viewer, command.knock(), command.image());
        ShareId link = entered.guest().shareId();
        throttle.admit(BY_VISITOR, link + " " + command.address());
        throttle.admit(BY_LINK, link.toString());
        CommentId id = new CommentId(ids.next());
        String token = tokens.next();
        Author author = new Author.Guest(name(entered, command), link, Sha256.of(token));
        return transactions.write(() -> {
            Instant now = clock.instant();
            Comment answered = stores.answered(entered.guest(), entered.facts(), entered.subject(), command.parent());
            Comment comment = Comment.written(id, entered.subject(), answered, author, command.body(), now);
            stores.comments().add(comment);
            notices.tell(comment, entered.facts());
            audit.append(AuditEntry.by(viewer, "comment.write", id, now).with("share", link));
            return new Made(stores.shown(entered.guest(), entered.facts(), id), token);
        });
    }
}
