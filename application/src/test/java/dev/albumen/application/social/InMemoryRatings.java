package dev.albumen.application.social;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Stars;
import java.time.Instant;
import java.util.Optional;

/** Keeps ratings in memory. */
public final class InMemoryRatings implements Ratings {

    private record Key(UserId user, ImageId image) {}

    private final InMemoryTable<Key, Stars> rated;

    public InMemoryRatings(InMemoryTransactions transactions, InMemoryImages images) {
        this.rated = transactions.table();
        images.whenPurged(gone -> rated.removeIf((key, stars) -> key.image().equals(gone)));
    }

    @Override
    public boolean put(UserId user, ImageId image, Stars stars, Instant now) {
        boolean same = of(user, image).filter(stars::equals).isPresent();
        rated.put(new Key(user, image), stars);
        return !same;
    }

    @Override
    public boolean remove(UserId user, ImageId image) {
        return rated.remove(new Key(user, image));
    }

    public Optional<Stars> of(UserId user, ImageId image) {
        return rated.find(new Key(user, image));
    }
}
