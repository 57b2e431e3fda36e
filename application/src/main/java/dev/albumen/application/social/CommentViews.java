package dev.albumen.application.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments as they are read: one statement a call. Whether the viewer sees the thing is the caller's to ask. */
public interface CommentViews {

    /**
     * A page of the talk: what {@link CommentAccess} lets the viewer read, and places of comments that they may not read but
     * that answers are shown to.
     */
    Page<CommentView> list(Viewer viewer, CommentAccess.Facts facts, Search search, PageRequest page);

    /** One comment, whatever its state; empty where there is none. */
    Optional<CommentView> find(Viewer viewer, CommentAccess.Facts facts, CommentId id);

    /**
     * @param thread the answers to one comment alone; {@code null} for everything
     * @param newestFirst otherwise the oldest, so that answers come after what they answer
     */
    record Search(Subject subject, @Nullable CommentId thread, boolean newestFirst) {}
}
