package dev.albumen.rest.image;

import dev.albumen.application.image.FindDuplicateImages;
import dev.albumen.application.image.FindSimilarImages;
import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.SimilarityLimits;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Images that look alike. */
@Controller("/api/v1/images")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class SimilarImagesController {

    private final FindSimilarImages findSimilarImages;
    private final FindDuplicateImages findDuplicateImages;
    private final ImageUrls urls;
    private final Lists lists;

    SimilarImagesController(
            FindSimilarImages findSimilarImages, FindDuplicateImages findDuplicateImages, ImageUrls urls, Lists lists) {
        this.findSimilarImages = findSimilarImages;
        this.findDuplicateImages = findDuplicateImages;
        this.urls = urls;
        this.lists = lists;
    }

    @Get("/{id}/similar")
    @Operation(
            summary = "Find images that look like one, nearest first",
            description = "Among the viewer's own images and those of others that they can come across. Images are compared by a "
                    + "perceptual hash of 64 bits, which knows nothing of colours, turned or cropped pictures. Of others' images "
                    + "the search looks at 1000 at most. A plain surface is like nothing.")
    @ApiResponse(responseCode = "200", content = @Content(
            array = @ArraySchema(schema = @Schema(implementation = SimilarImageBodies.Similar.class))))
    HttpResponse<?> similar(
            Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page,
            @Parameter(description = "Bits that may differ: 0 to 16", example = "10")
            @QueryValue @Nullable @Schema(minimum = "0", maximum = "16", defaultValue = "10") Integer maxDistance) {
        int most = maxDistance == null ? SimilarityLimits.DEFAULT_DISTANCE : maxDistance;
        var query = new FindSimilarImages.Query(new ImageId(id), most, lists.page(page, viewer));
        return lists.answer(page, viewer, findSimilarImages.handle(viewer, query).map(found ->
                new SimilarImageBodies.Similar(shown(viewer, found.view()), found.distance())));
    }

    @Get("/duplicates")
    @Operation(
            summary = "List the caller's images that are nearly the same, in groups",
            description = "At most 4 of 64 bits differ from the group's first image: another size or encoding of a picture, or the "
                    + "same after small corrections. The group that began last comes first.")
    @ApiResponse(responseCode = "200", content = @Content(
            array = @ArraySchema(schema = @Schema(implementation = SimilarImageBodies.Group.class))))
    HttpResponse<?> duplicates(Viewer viewer, @RequestBean PageQuery page) {
        var found = findDuplicateImages.handle(viewer, new FindDuplicateImages.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(group -> new SimilarImageBodies.Group(
                group.imageCount(), group.images().stream().map(image -> shown(viewer, image)).toList())));
    }

    private ImageBodies.View shown(Viewer viewer, ImageView image) {
        return ImageBodies.View.of(image, urls.of(viewer, image));
    }
}
