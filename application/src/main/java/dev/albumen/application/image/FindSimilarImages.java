package dev.albumen.application.image;

import dev.albumen.application.image.LikenessViews.Likeness;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.SimilarityLimits;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;

/**
 * Lists images that look like one. An image that is not ready, shows nothing to compare or was rendered before images were
 * compared is like no other.
 */
public final class FindSimilarImages {

    private final ImageViews images;
    private final LikenessViews likenesses;

    public FindSimilarImages(ImageViews images, LikenessViews likenesses) {
        this.images = images;
        this.likenesses = likenesses;
    }

    /** @param maxDistance bits that may differ, 0 to {@value SimilarityLimits#MAX_DISTANCE} */
    public record Query(ImageId id, int maxDistance, PageRequest page) {

        public Query {
            if (maxDistance < 0 || maxDistance > SimilarityLimits.MAX_DISTANCE) {
                throw Refusal.invalid("maxDistance", "out-of-range",
                        "The distance is a number from 0 to " + SimilarityLimits.MAX_DISTANCE + ".");
            }
        }
    }

    public Page<Likeness> handle(Viewer viewer, Query query) {
        ImageView compared = images.find(viewer, query.id()).orElseThrow(Refusal::notFound);
        return hash(compared)
                .map(hash -> likenesses.similar(viewer, query.id(), hash, query.maxDistance(), query.page()))
                .orElseGet(() -> new Page<>(List.of(), Optional.empty()))
                .map(found -> new Likeness(found.view().shownTo(viewer), found.distance()));
    }

    private static Optional<DifferenceHash> hash(ImageView view) {
        return view.image().status() instanceof ImageStatus.Ready ready
                ? Optional.ofNullable(ready.appearance().differenceHash())
                : Optional.empty();
    }
}
