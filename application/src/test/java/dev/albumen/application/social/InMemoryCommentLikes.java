package dev.albumen.application.social;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.CommentId;
import java.time.Instant;

/** Keeps likes of comments in memory. */
public final class InMemoryCommentLikes implements CommentLikes {

    private record Key(UserId user, CommentId comment) {}

    private final InMemoryTable<Key, Instant> liked;

    public InMemoryCommentLikes(InMemoryTransactions transactions, InMemoryComments comments) {
        this.liked = transactions.table();
        comments.whenDeleted(gone -> liked.removeIf((key, time) -> key.comment().equals(gone)));
    }

    @Override
    public boolean add(UserId user, CommentId comment, Instant now) {
        boolean fresh = !likes(user, comment);
        if (fresh) {
            liked.put(new Key(user, comment), now);
        }
        return fresh;
    }

    @Override
    public boolean remove(UserId user, CommentId comment) {
        return liked.remove(new Key(user, comment));
    }

    boolean likes(UserId user, CommentId comment) {
        return liked.holds(new Key(user, comment));
    }

    int count(CommentId comment) {
        return (int) liked.all().keySet().stream().filter(key -> key.comment().equals(comment)).count();
    }
}
