package dev.albumen.application.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAccess;

/** Lists what was said of an image or an album. */
public final class ListComments {

    private final Conversations conversations;
    private final CommentViews views;

    public ListComments(Conversations conversations, CommentViews views) {
        this.conversations = conversations;
        this.views = views;
    }

    public record Query(CommentViews.Search search, PageRequest page) {}

    public Page<CommentView> handle(Viewer viewer, Query query) {
        CommentAccess.Facts facts = conversations.require(viewer, query.search().subject());
        return views.list(viewer, facts, query.search(), query.page()).map(view -> view.shownTo(viewer, facts));
    }
}
