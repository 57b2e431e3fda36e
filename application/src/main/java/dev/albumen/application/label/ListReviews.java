package dev.albumen.application.label;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;

/** Lists for moderators which images they should look at, and why. */
public final class ListReviews {

    private final Reviews reviews;

    public ListReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    /** @param open true for those to be looked at, false for those that were */
    public record Query(boolean open, PageRequest page) {}

    public Page<Reviews.Review> handle(Viewer viewer, Query query) {
        UserAccess.mayActAs(viewer, Role.MODERATOR);
        return reviews.list(query.open(), query.page());
    }
}
