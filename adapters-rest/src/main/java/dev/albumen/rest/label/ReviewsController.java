package dev.albumen.rest.label;

import dev.albumen.application.label.ClearReview;
import dev.albumen.application.label.ListReviews;
import dev.albumen.application.label.Reviews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Images that moderators should look at. */
@Controller("/api/v1/admin/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Labels")
final class ReviewsController {

    private final ListReviews listReviews;
    private final ClearReview clearReview;
    private final ImageUrls urls;
    private final Lists lists;

    ReviewsController(ListReviews listReviews, ClearReview clearReview, ImageUrls urls, Lists lists) {
        this.listReviews = listReviews;
        this.clearReview = clearReview;
        this.urls = urls;
        this.lists = lists;
    }

    @Get("{?state}")
    @Operation(
            summary = "List the images that a labeler is concerned about; for moderators",
            description = "With signed addresses of their pictures, which moderators see while a review is open, whoever they belong to; "
                    + "nothing else happens to an image for being listed. Ones that are not ready or lie in the trash are left out.")
    HttpResponse<?> list(
            Viewer viewer, @RequestBean PageQuery page,
            @QueryValue @Nullable @Schema(description = "open, which is the default, or cleared") String state) {
        var found = listReviews.handle(viewer, new ListReviews.Query(isOpen(state), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(review -> shown(viewer, review)));
    }

    @Post("/{imageId}/clear")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say that nothing is wrong with an image; for moderators",
            description = "It is listed again, and shown to moderators again, only for a new concern.")
    void clear(Viewer viewer, @PathVariable UUID imageId) {
        clearReview.handle(viewer, new ClearReview.Command(new ImageId(imageId)));
    }

    private LabelBodies.Review shown(Viewer viewer, Reviews.Review review) {
        return LabelBodies.Review.of(review, review.clearedAt() == null ? urls.of(viewer, review.image()).withoutOriginal() : null);
    }

    private static boolean isOpen(@Nullable String state) {
        return switch (state) {
            case null -> true;
            case "open" -> true;
            case "cleared" -> false;
            default -> throw Refusal.invalid("state", "unknown-value", "Expected open or cleared.");
        };
    }
}
