package dev.albumen.rest.social;

import dev.albumen.application.share.Knock;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.social.CommentAsGuest;
import dev.albumen.application.social.CommentView;
import dev.albumen.application.social.ListSharedComments;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.rest.share.page.Talking;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells pages what was said, and takes what their visitors say. */
@Singleton
final class GuestTalking implements Talking {

    private static final int MOST = 100;

    private final ListSharedComments list;
    private final CommentAsGuest comment;

    GuestTalking(ListSharedComments list, CommentAsGuest comment) {
        this.list = list;
        this.comment = comment;
    }

    @Override
    public Talk of(Viewer viewer, Knock within, ImageId image) {
        Page<CommentView> newest = list.handle(viewer, new ListSharedComments.Query(within, image, null, true, PageRequest.first(MOST)));
        Map<CommentId, List<Said>> threads = new LinkedHashMap<>();
        for (CommentView view : newest.items().reversed()) {
            Comment one = view.comment();
            CommentId thread = one.parent() == null ? one.id() : one.parent();
            threads.computeIfAbsent(thread, begun -> new ArrayList<>()).add(said(view));
        }
        return new Talk(threads.values().stream().flatMap(List::stream).toList(), newest.next().isPresent());
    }

    private static Said said(CommentView view) {
        Comment one = view.comment();
        boolean deleted = one.state() == Comment.State.DELETED;
        CommentView.Name name = view.name();
        return new Said(deleted || name == null ? null : name.displayName(), deleted ? null : one.body(), one.parent() != null, one.createdAt(),
                one.editedAt() != null, view.likeCount());
    }

    @Override
    public void say(Viewer viewer, Knock within, ImageId image, String name, String words, String address) {
        comment.handle(viewer, new CommentAsGuest.Command(within, image, null, name, words, address));
    }
}
