package dev.albumen.application.social;

import dev.albumen.application.share.Knock;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import org.jspecify.annotations.Nullable;

/** Lists for a link's visitors what was said of what it shows. */
public final class ListSharedComments {

    private final GuestTalk talk;
    private final CommentViews views;

    public ListSharedComments(GuestTalk talk, CommentViews views) {
        this.talk = talk;
        this.views = views;
    }

    /**
     * @param image one of the link's images; {@code null} for what the link is to
     * @param thread the answers to one comment alone; {@code null} for everything
     */
    public record Query(Knock knock, @Nullable ImageId image, @Nullable CommentId thread, boolean newestFirst, PageRequest page) {}

    public Page<CommentView> handle(Viewer viewer, Query query) {
        GuestTalk.Entered entered = talk.enter(viewer, query.knock(), query.image());
        var search = new CommentViews.Search(entered.subject(), query.thread(), query.newestFirst());
        return views.list(entered.guest(), entered.facts(), search, query.page())
                .map(view -> view.shownTo(entered.guest(), entered.facts()));
    }
}
