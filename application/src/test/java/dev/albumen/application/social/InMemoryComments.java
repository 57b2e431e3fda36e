package dev.albumen.application.social;

import dev.albumen.application.album.InMemoryAlbums;
import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keeps comments in memory. */
public final class InMemoryComments implements Comments {

    private record Told(CommentId comment, UserId user) {}

    private final InMemoryTable<CommentId, Comment> comments;
    private final InMemoryTable<Told, Reason> told;
    private final List<Consumer<CommentId>> hangingOn = new ArrayList<>();

    public InMemoryComments(InMemoryTransactions transactions, InMemoryAlbums albums, InMemoryImages images) {
        this.comments = transactions.table();
        this.told = transactions.table();
        images.whenPurged(gone -> remove(new Subject.OfImage(gone)));
        albums.whenDeleted(gone -> remove(new Subject.OfAlbum(gone)));
    }

    /** Says what goes with a deleted comment. */
    void whenDeleted(Consumer<CommentId> act) {
        hangingOn.add(act);
    }

    private void remove(Subject subject) {
        List<CommentId> gone = all().stream().filter(comment -> comment.subject().equals(subject)).map(Comment::id).toList();
        gone.forEach(id -> {
            comments.remove(id);
            letGo(id);
        });
    }

    private void letGo(CommentId id) {
        told.removeIf((key, reason) -> key.comment().equals(id));
        hangingOn.forEach(act -> act.accept(id));
    }

    List<Comment> all() {
        return List.copyOf(comments.all().values());
    }

    /** How many comments of the image everybody sees. */
    public int shownOf(ImageId image) {
        return (int) all().stream().filter(comment -> comment.subject().equals(new Subject.OfImage(image)))
                .filter(comment -> comment.state() == Comment.State.SHOWN).count();
    }

    /** What everybody sees said of the image, the newest first. */
    public List<String> saidOf(ImageId image) {
        return all().stream().filter(comment -> comment.subject().equals(new Subject.OfImage(image)))
                .filter(comment -> comment.state() == Comment.State.SHOWN)
                .sorted(Comparator.comparing((Comment comment) -> comment.id().toString()).reversed()).map(Comment::body).toList();
    }

    /** Who was told of the comment, and why. */
    public Map<UserId, Reason> told(CommentId id) {
        return told.all().entrySet().stream().filter(row -> row.getKey().comment().equals(id))
                .collect(Collectors.toMap(row -> row.getKey().user(), Map.Entry::getValue));
    }

    @Override
    public void add(Comment comment) {
        comments.put(comment.id(), comment);
    }

    @Override
    public Optional<Comment> find(CommentId id) {
        return comments.find(id);
    }

    @Override
    public Comment save(Comment comment) {
        if (find(comment.id()).filter(stored -> stored.version() == comment.version()).isEmpty()) {
            throw new LostRaceException();
        }
        Comment next = new Comment(comment.id(), comment.subject(), comment.parent(), comment.author(), comment.body(), comment.state(),
                comment.createdAt(), comment.editedAt(), comment.version() + 1);
        comments.put(next.id(), next);
        if (next.state() == Comment.State.DELETED) {
            letGo(next.id());
        }
        return next;
    }

    @Override
    public void tell(CommentId id, Map<UserId, Reason> users) {
        users.forEach((user, reason) -> {
            if (!told.holds(new Told(id, user))) {
                told.put(new Told(id, user), reason);
            }
        });
    }
}
