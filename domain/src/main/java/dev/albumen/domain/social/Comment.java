package dev.albumen.domain.social;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of an image or an album.
 *
 * @param parent the comment that began the thread; {@code null} where this one does
 * @param body plain text, 1 to 2000 characters; empty once deleted
 * @param editedAt when the body was last changed; {@code null} where it never was
 * @param version counts changes, from 1
 */
public record Comment(
        CommentId id, Subject subject, @Nullable CommentId parent, Author author, String body, State state, Instant createdAt,
        @Nullable Instant editedAt, long version) {

    public static final int MAX_BODY = 2000;

    /** How far a comment is shown. */
    public enum State {
        SHOWN,
        /** By whom the thing belongs to. */
        HIDDEN_BY_OWNER,
        HIDDEN_BY_MODERATOR,
        /** For good: neither its text nor its author is kept. */
        DELETED;

        public boolean hidden() {
            return this == HIDDEN_BY_OWNER || this == HIDDEN_BY_MODERATOR;
        }
    }

    /**
     * A new comment.
     *
     * @param parent what is answered; an answer to an answer goes into the same thread
     */
    public static Comment written(CommentId id, Subject subject, @Nullable Comment parent, Author author, String body, Instant now) {
        CommentId thread = parent == null ? null : parent.parent() == null ? parent.id() : parent.parent();
        return new Comment(id, subject, thread, author, checked(body), State.SHOWN, now, null, 1);
    }

    /** The same comment with another text. */
    public Comment edited(String newBody, Instant now) {
        return new Comment(id, subject, parent, author, checked(newBody), state, createdAt, now, version);
    }

    /**
     * The same comment, shown no longer. What a moderator has hidden stays a moderator's.
     *
     * @param byModerator whether it is hidden as a moderator, and not as the thing's owner
     */
    public Comment hidden(boolean byModerator) {
        return byModerator || state == State.HIDDEN_BY_MODERATOR ? with(State.HIDDEN_BY_MODERATOR) : with(State.HIDDEN_BY_OWNER);
    }

    /** The same comment, shown again. */
    public Comment unhidden(boolean byModerator) {
        if (state == State.HIDDEN_BY_MODERATOR && !byModerator) {
            throw new Refusal.Forbidden("hidden-by-moderator", "A moderator has hidden this comment.").thrown();
        }
        return with(State.SHOWN);
    }

    /** What is left of the comment once it is deleted: its place. */
    public Comment deleted() {
        return new Comment(id, subject, parent, Author.FORGOTTEN, "", State.DELETED, createdAt, null, version);
    }

    private Comment with(State newState) {
        return new Comment(id, subject, parent, author, body, newState, createdAt, editedAt, version);
    }

    private static String checked(String body) {
        String text = Text.lines("/body", body, MAX_BODY);
        if (text.isEmpty()) {
            throw Refusal.invalid("/body", "empty", "A comment has at least one character.");
        }
        return text;
    }
}
