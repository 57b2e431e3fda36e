package dev.albumen.application.social;

import dev.albumen.application.social.Comments.Reason;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.Mentions;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides whom to tell of a comment: whose thing it is about, whom it answers, whom it names. Only those are told who see the
 * thing themselves, by what they are to it and not by any power over the instance, and who have not blocked its author.
 */
public final class CommentNotices {

    private static final SessionId NO_SESSION = new SessionId(new UUID(0, 0));

    private final Conversations conversations;
    private final Comments comments;
    private final Blocks blocks;
    private final Users users;

    public CommentNotices(Conversations conversations, Comments comments, Blocks blocks, Users users) {
        this.conversations = conversations;
        this.comments = comments;
        this.blocks = blocks;
        this.users = users;
    }

    void tell(Comment comment, CommentAccess.Facts facts) {
        Map<UserId, Reason> told = new LinkedHashMap<>();
        add(told, comment, facts.ownerId(), Reason.COMMENT);
        Optional.ofNullable(comment.parent()).flatMap(comments::find).ifPresent(parent -> {
            if (parent.author() instanceof Author.OfAccount(UserId author)) {
                add(told, comment, author, Reason.REPLY);
            }
        });
        mentioned(comment, told);
        comments.tell(comment.id(), told);
    }

    /** Tells those whom a text names that was changed. */
    void tellMentioned(Comment comment) {
        Map<UserId, Reason> told = new LinkedHashMap<>();
        mentioned(comment, told);
        comments.tell(comment.id(), told);
    }

    private void mentioned(Comment comment, Map<UserId, Reason> told) {
        for (String name : Mentions.in(comment.body())) {
            users.named(new Username(name)).ifPresent(user -> add(told, comment, user.id(), Reason.MENTION));
        }
    }

    private void add(Map<UserId, Reason> told, Comment comment, UserId user, Reason reason) {
        if (!told.containsKey(user) && !comment.author().is(user) && hears(user, comment)) {
            told.put(user, reason);
        }
    }

    private boolean hears(UserId user, Comment comment) {
        boolean blocked = comment.author() instanceof Author.OfAccount(UserId author) && blocks.isBlocked(user, author);
        return !blocked && users.find(user).filter(User::active).isPresent()
                && conversations.facts(new Viewer.Member(user, Role.USER, NO_SESSION), comment.subject())
                        .filter(CommentAccess.Facts::visible).isPresent();
    }
}
