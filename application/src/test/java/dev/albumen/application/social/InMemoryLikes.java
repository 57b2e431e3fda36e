package dev.albumen.application.social;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/** Keeps likes in memory. */
public final class InMemoryLikes implements Likes {

    private record Key(UserId user, ImageId image) {}

    private final InMemoryTable<Key, Instant> liked;

    public InMemoryLikes(InMemoryTransactions transactions, InMemoryImages images) {
        this.liked = transactions.table();
        images.whenPurged(gone -> liked.removeIf((key, time) -> key.image().equals(gone)));
    }

    @Override
    public boolean add(UserId user, ImageId image, Instant now) {
        Key key = new Key(user, image);
        boolean fresh = !liked.holds(key);
        if (fresh) {
            liked.put(key, now);
        }
        return fresh;
    }

    @Override
    public boolean remove(UserId user, ImageId image) {
        return liked.remove(new Key(user, image));
    }

    public int count(ImageId image) {
        return (int) liked.all().keySet().stream().filter(key -> key.image().equals(image)).count();
    }

    public boolean likes(UserId user, ImageId image) {
        return liked.holds(new Key(user, image));
    }
}
