package dev.albumen.application.social;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import java.util.Map;
import java.util.Optional;

/** What people said. A comment goes with the thing that it is about, and is deleted with its author's account. */
public interface Comments {

    void add(Comment comment);

    /** Whatever its state. */
    Optional<Comment> find(CommentId id);

    /**
     * Keeps a changed comment. With one that is deleted go its likes, its reports and what was told of it.
     *
     * @param comment as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    Comment save(Comment comment);

    /** Tells users of the comment, each once however often this is called. What they are told holds none of its text. */
    void tell(CommentId id, Map<UserId, Reason> users);

    /** Why a user is told of a comment. */
    enum Reason {
        /** It is about something of theirs. */
        COMMENT,
        /** It answers them. */
        REPLY,
        /** It names them. */
        MENTION
    }
}
