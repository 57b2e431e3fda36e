package dev.albumen.domain.social;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may say what of a thing, and do what to comments. Pure: everything that the answer hangs on is an argument. */
public final class CommentAccess {

    private CommentAccess() {}

    /**
     * What the policy looks at.
     *
     * @param visible whether the viewer sees the thing that is talked about; without that, nothing of the talk
     * @param ownerId whose thing it is
     * @param blocked whether its owner wants to hear nothing from the viewer
     */
    public record Facts(boolean visible, UserId ownerId, boolean blocked) {}

    /** Lets those comment who see the thing and have an account, unless its owner has blocked them. */
    public static Viewer.Member requireWriting(Viewer viewer, Facts facts) {
        Viewer.Member member = viewer.member();
        if (!facts.visible()) {
            throw Refusal.notFound();
        }
        if (facts.blocked()) {
            throw blocked();
        }
        return member;
    }

    /** Everything that the viewer may do to the comment. */
    public static Set<CommentAction> allowed(Viewer viewer, Facts facts, Comment comment) {
        Set<CommentAction> allowed = EnumSet.noneOf(CommentAction.class);
        boolean author = viewer.user().filter(comment.author()::is).isPresent();
        boolean moderates = moderates(viewer, facts);
        if (!facts.visible() || comment.state() == Comment.State.DELETED
                || (comment.state().hidden() && !author && !moderates)) {
            return allowed;
        }
        allowed.add(CommentAction.READ);
        if (viewer instanceof Viewer.Member && !comment.state().hidden()) {
            allowed.add(CommentAction.LIKE);
            if (!author) {
                allowed.add(CommentAction.REPORT);
            } else if (!facts.blocked()) {
                allowed.add(CommentAction.CHANGE);
            }
        }
        if (author || moderates) {
            allowed.add(CommentAction.DELETE);
        }
        if (moderates) {
            allowed.add(CommentAction.HIDE);
        }
        return allowed;
    }

    /** Refuses what the viewer may not do: as missing where they may not even read the comment. */
    public static void require(Viewer viewer, Facts facts, Comment comment, CommentAction action) {
        Set<CommentAction> allowed = allowed(viewer, facts, comment);
        if (!allowed.contains(CommentAction.READ)) {
            throw Refusal.notFound();
        }
        if (allowed.contains(action)) {
            return;
        }
        if (action == CommentAction.CHANGE && facts.blocked() && viewer.user().filter(comment.author()::is).isPresent()) {
            throw blocked();
        }
        throw new Refusal.Forbidden("comment-not-yours", "You can read this comment, but not do this to it.").thrown();
    }

    /** Whether the viewer decides what is shown of the talk: the thing's owner, and moderators who see it. */
    public static boolean moderates(Viewer viewer, Facts facts) {
        return viewer.user().equals(Optional.of(facts.ownerId())) || viewer.is(Role.MODERATOR);
    }

    private static RefusedException blocked() {
        return new Refusal.Forbidden("comments-blocked", "You cannot comment here.").thrown();
    }
}
