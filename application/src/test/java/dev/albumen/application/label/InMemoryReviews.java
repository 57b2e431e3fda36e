package dev.albumen.application.label;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps in memory what moderators should look at. */
public final class InMemoryReviews implements Reviews {

    private final InMemoryTable<ImageId, Review> reviews;
    private final InMemoryImages images;

    public InMemoryReviews(InMemoryTransactions transactions, InMemoryImages images) {
        this.reviews = transactions.table();
        this.images = images;
        images.whenPurged(gone -> reviews.remove(gone));
    }

    @Override
    public void note(ImageId image, Provider by, List<Concern> concerns, Instant now) {
        Optional<Review> cleared = reviews.find(image).filter(review -> review.clearedAt() != null);
        Optional<Image> noted = images.find(image);
        if (noted.isPresent() && !(cleared.isPresent() && names(cleared.get().concerns()).containsAll(names(concerns)))) {
            reviews.put(image, new Review(image, noted.get().ownerId(), concerns, by, now, null));
        }
    }

    private static Set<String> names(List<Concern> concerns) {
        return concerns.stream().map(Concern::name).collect(Collectors.toSet());
    }

    @Override
    public boolean clear(ImageId image, UserId by, Instant now) {
        Optional<Review> open = reviews.find(image).filter(review -> review.clearedAt() == null);
        open.ifPresent(one -> reviews.put(image, new Review(image, one.owner(), one.concerns(), one.by(), one.notedAt(), now)));
        return open.isPresent();
    }

    /** Whether moderators are to look at the image. */
    public boolean isOpen(ImageId image) {
        return reviews.find(image).filter(review -> review.clearedAt() == null).isPresent();
    }

    @Override
    public Page<Review> list(boolean open, PageRequest page) {
        List<Review> sorted = reviews.all().values().stream()
                .filter(review -> (review.clearedAt() == null) == open)
                .filter(review -> images.find(review.image()).filter(image -> image.ready() && !image.trashed()).isPresent())
                .sorted(Comparator.comparing(review -> review.image().toString()))
                .toList();
        return InMemoryPages.cut(sorted, page, review -> review.image().toString());
    }
}
