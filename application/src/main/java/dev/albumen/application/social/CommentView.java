package dev.albumen.application.social;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentAction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comment as lists show it.
 *
 * @param name of the author; {@code null} where there is none any more, or they are shut out or leaving
 * @param likeCount how many users like it
 * @param liked whether the viewer does
 * @param replyCount how many answers are shown
 * @param allowed what the viewer may do to it
 */
public record CommentView(
        Comment comment, @Nullable Name name, int likeCount, boolean liked, int replyCount, Set<CommentAction> allowed) {

    public CommentView {
        allowed = Set.copyOf(allowed);
    }

    /**
     * Who says it.
     *
     * @param account {@code null} for a guest
     */
    public record Name(@Nullable Account account, String displayName) {}

    public record Account(UserId id, String username) {}

    /** The same as the viewer may see it: of a comment that they may not read, nothing but its place in the thread. */
    public CommentView shownTo(Viewer viewer, CommentAccess.Facts facts) {
        Set<CommentAction> may = CommentAccess.allowed(viewer, facts, comment);
        if (!may.contains(CommentAction.READ)) {
            return new CommentView(comment.deleted(), null, 0, false, replyCount, may);
        }
        return new CommentView(comment, shown(viewer), likeCount, liked, replyCount, may);
    }

    /** Accounts are known by name to those who have one. */
    private @Nullable Name shown(Viewer viewer) {
        return name == null || viewer instanceof Viewer.Member ? name : new Name(null, name.displayName());
    }

    public boolean byGuest() {
        return comment.author() instanceof Author.Guest;
    }
}
