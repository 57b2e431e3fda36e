package dev.albumen.application.label;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images that moderators should look at, and may ({@code ImageAccess}) until they have. Nothing else happens to an image for being among
 * them. They go with the image.
 */
public interface Reviews {

    /**
     * Keeps what a labeler is concerned about, in place of what it was before. An image that was cleared is to be looked at
     * again only for a concern that was not known then. Nothing where the image is gone.
     *
     * @param concerns at least one
     */
    void note(ImageId image, Provider by, List<Concern> concerns, Instant now);

    /** Says that nothing is wrong. False, and nothing done, where the image is not to be looked at. */
    boolean clear(ImageId image, UserId by, Instant now);

    /**
     * A page of those to be looked at, or of those that were, the oldest first by the images' ids. What is not ready or lies in the trash
     * is left out for as long.
     */
    Page<Review> list(boolean open, PageRequest page);

    /** @param clearedAt {@code null} while it is to be looked at */
    record Review(
            ImageId image, UserId owner, List<Concern> concerns, Provider by, Instant notedAt, @Nullable Instant clearedAt) {

        public Review {
            concerns = List.copyOf(concerns);
        }
    }
}
