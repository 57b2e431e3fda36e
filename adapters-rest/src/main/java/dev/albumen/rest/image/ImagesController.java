package dev.albumen.rest.image;

import dev.albumen.application.image.ChangeImage;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.SearchImages;
import dev.albumen.application.image.TrashImage;
import dev.albumen.application.image.ViewImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Finding, reading and changing images. */
@Controller("/api/v1/images")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class ImagesController {

    private final SearchImages searchImages;
    private final ViewImage viewImage;
    private final ChangeImage changeImage;
    private final TrashImage trashImage;
    private final ImageUrls urls;
    private final Lists lists;
    private final JsonAnswers answers;

    ImagesController(
            SearchImages searchImages, ViewImage viewImage, ChangeImage changeImage, TrashImage trashImage, ImageUrls urls,
            Lists lists, JsonAnswers answers) {
        this.searchImages = searchImages;
        this.viewImage = viewImage;
        this.changeImage = changeImage;
        this.trashImage = trashImage;
        this.urls = urls;
        this.lists = lists;
        this.answers = answers;
    }

    @Get
    @Operation(
            summary = "Find images",
            description = "Among the caller's own, or an owner's or an album's as far as the caller may see them. Words that no "
                    + "image has are looked for in the middle of words too, and then corrected.")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page, @RequestBean ImageQuery query) {
        var found = searchImages.handle(viewer, new SearchImages.Query(query.search(), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.page().map(image -> shown(viewer, image)), found.correctedTo());
    }

    @Get("/{id}")
    @Operation(summary = "Read an image's data")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImageBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var image = shown(viewer, viewImage.handle(viewer, new ViewImage.Query(new ImageId(id))));
        return answers.one(request, image.version(), image);
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change what is said about an image")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImageBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body ImageBodies.Patch body) {
        var command = new ChangeImage.Command(new ImageId(id), body.changes(), ifMatch.version());
        var image = shown(viewer, changeImage.handle(viewer, command));
        return answers.changed(image.version(), image);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Move an image to the trash")
    void trash(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        trashImage.handle(viewer, new TrashImage.Command(new ImageId(id), ifMatch.version()));
    }

    private ImageBodies.View shown(Viewer viewer, ImageView image) {
        return ImageBodies.View.of(image, urls.of(viewer, image));
    }
}
