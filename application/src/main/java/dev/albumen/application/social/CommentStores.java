package dev.albumen.application.social;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments as they are kept and as they are read. */
public final class CommentStores {

    private final Comments comments;
    private final CommentViews views;

    public CommentStores(Comments comments, CommentViews views) {
        this.comments = comments;
        this.views = views;
    }

    Comments comments() {
        return comments;
    }

    /** What a new comment answers; refused where the viewer cannot read it, or it is about something else. */
    @Nullable Comment answered(Viewer viewer, CommentAccess.Facts facts, Subject subject, @Nullable CommentId parent) {
        return parent == null ? null : Optional.of(parent).flatMap(comments::find)
                .filter(found -> found.subject().equals(subject))
                .filter(found -> CommentAccess.allowed(viewer, facts, found).contains(CommentAction.READ))
                .orElseThrow(() -> Refusal.invalid("/parentId", "unknown-value", "There is no such comment to answer here."));
    }

    /** The comment as the viewer sees it after a change. */
    CommentView shown(Viewer viewer, CommentAccess.Facts facts, CommentId id) {
        return views.find(viewer, facts, id).orElseThrow(Refusal::notFound).shownTo(viewer, facts);
    }
}
