package dev.albumen.rest.social;

import dev.albumen.application.social.LikeImage;
import dev.albumen.application.social.RateImage;
import dev.albumen.application.social.UnlikeImage;
import dev.albumen.application.social.UnrateImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Likes, which all who see an image count, and ratings, which are everybody's own. */
@Controller("/api/v1/images/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class OpinionsController {

    private final LikeImage likeImage;
    private final UnlikeImage unlikeImage;
    private final RateImage rateImage;
    private final UnrateImage unrateImage;

    OpinionsController(LikeImage likeImage, UnlikeImage unlikeImage, RateImage rateImage, UnrateImage unrateImage) {
        this.likeImage = likeImage;
        this.unlikeImage = unlikeImage;
        this.rateImage = rateImage;
        this.unrateImage = unrateImage;
    }

    @Put("/like")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Like an image", description = "Everybody who sees the image sees how many like it, and nobody who they are.")
    void like(Viewer viewer, @PathVariable UUID id) {
        likeImage.handle(viewer, new LikeImage.Command(new ImageId(id)));
    }

    @Delete("/like")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Like an image no longer")
    void unlike(Viewer viewer, @PathVariable UUID id) {
        unlikeImage.handle(viewer, new UnlikeImage.Command(new ImageId(id)));
    }

    @Put("/rating")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Rate an image with 1 to 5 stars",
            description = "For oneself: nobody else sees the rating. Searches find by it with `minRating`.")
    void rate(Viewer viewer, @PathVariable UUID id, @Body OpinionBodies.Rating body) {
        rateImage.handle(viewer, new RateImage.Command(new ImageId(id), body.stars()));
    }

    @Delete("/rating")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take one's rating from an image")
    void unrate(Viewer viewer, @PathVariable UUID id) {
        unrateImage.handle(viewer, new UnrateImage.Command(new ImageId(id)));
    }
}
