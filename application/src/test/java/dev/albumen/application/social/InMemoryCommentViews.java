package dev.albumen.application.social;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.user.User;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads comments in memory, asking the policy about each. */
public final class InMemoryCommentViews implements CommentViews {

    private final InMemoryComments comments;
    private final InMemoryCommentLikes likes;
    private final Function<UserId, Optional<User>> users;

    public InMemoryCommentViews(InMemoryComments comments, InMemoryCommentLikes likes, Function<UserId, Optional<User>> users) {
        this.comments = comments;
        this.likes = likes;
        this.users = users;
    }

    @Override
    public Page<CommentView> list(Viewer viewer, CommentAccess.Facts facts, Search search, PageRequest page) {
        Comparator<Comment> oldest = Comparator.comparing(comment -> comment.id().toString());
        List<CommentView> found = comments.all().stream()
                .filter(comment -> comment.subject().equals(search.subject()))
                .filter(comment -> search.thread() == null || search.thread().equals(comment.parent()))
                .filter(comment -> replies(comment.id()) > 0
                        || CommentAccess.allowed(viewer, facts, comment).contains(CommentAction.READ))
                .sorted(search.newestFirst() ? oldest.reversed() : oldest)
                .map(comment -> view(viewer, comment)).toList();
        return InMemoryPages.cut(found, page, view -> view.comment().id().toString());
    }

    @Override
    public Optional<CommentView> find(Viewer viewer, CommentAccess.Facts facts, CommentId id) {
        return comments.find(id).map(comment -> view(viewer, comment));
    }

    private CommentView view(Viewer viewer, Comment comment) {
        boolean liked = viewer.user().filter(user -> likes.likes(user, comment.id())).isPresent();
        return new CommentView(comment, name(comment.author()), likes.count(comment.id()), liked, replies(comment.id()), Set.of());
    }

    private int replies(CommentId id) {
        return (int) comments.all().stream()
                .filter(comment -> id.equals(comment.parent()) && comment.state() == Comment.State.SHOWN).count();
    }

    private CommentView.@Nullable Name name(Author author) {
        return switch (author) {
            case Author.OfAccount(UserId id) -> users.apply(id).filter(User::active)
                    .map(user -> new CommentView.Name(new CommentView.Account(id, user.username().value()), user.displayName())).orElse(null);
            case Author.Guest guest -> new CommentView.Name(null, guest.name());
            case Author.Forgotten forgotten -> null;
        };
    }
}
