package dev.albumen.application.social;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps favourites in memory. */
public final class InMemoryFavorites implements Favorites {

    private record Key(UserId user, ImageId image) {}

    private final InMemoryTable<Key, Instant> marked;

    public InMemoryFavorites(InMemoryTransactions transactions, InMemoryImages images) {
        this.marked = transactions.table();
        images.whenPurged(gone -> marked.removeIf((key, time) -> key.image().equals(gone)));
    }

    @Override
    public boolean add(UserId user, ImageId image, Instant now) {
        Key key = new Key(user, image);
        boolean fresh = !marked.holds(key);
        if (fresh) {
            marked.put(key, now);
        }
        return fresh;
    }

    @Override
    public boolean remove(UserId user, ImageId image) {
        return marked.remove(new Key(user, image));
    }

    /** The user's favourites, last marked first. */
    public List<ImageId> of(UserId user) {
        return marked.all().entrySet().stream()
                .filter(row -> row.getKey().user().equals(user))
                .sorted(Map.Entry.<Key, Instant>comparingByValue().reversed())
                .map(row -> row.getKey().image())
                .toList();
    }
}
