package dev.albumen.rest.image;

import dev.albumen.application.image.EmptyTrash;
import dev.albumen.application.image.ListTrash;
import dev.albumen.application.image.PurgeImage;
import dev.albumen.application.image.RestoreImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
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

/** Images on their way out. */
@Controller("/api/v1/trash")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class TrashController {

    private final ListTrash listTrash;
    private final RestoreImage restoreImage;
    private final PurgeImage purgeImage;
    private final EmptyTrash emptyTrash;
    private final ImageUrls urls;
    private final Lists lists;
    private final JsonAnswers answers;

    TrashController(
            ListTrash listTrash, RestoreImage restoreImage, PurgeImage purgeImage, EmptyTrash emptyTrash, ImageUrls urls,
            Lists lists, JsonAnswers answers) {
        this.listTrash = listTrash;
        this.restoreImage = restoreImage;
        this.purgeImage = purgeImage;
        this.emptyTrash = emptyTrash;
        this.urls = urls;
        this.lists = lists;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List what is in the trash, last trashed first")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listTrash.handle(viewer, new ListTrash.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(image -> ImageBodies.View.of(image, urls.of(viewer, image))));
    }

    @Post("/{imageId}/restore")
    @Operation(summary = "Take an image out of the trash")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImageBodies.View.class)))
    HttpResponse<?> restore(Viewer viewer, @PathVariable UUID imageId) {
        var restored = restoreImage.handle(viewer, new RestoreImage.Command(new ImageId(imageId)));
        return answers.changed(restored.image().version(), ImageBodies.View.of(restored, urls.of(viewer, restored)));
    }

    @Delete("/{imageId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove an image for good")
    void purge(Viewer viewer, @PathVariable UUID imageId) {
        purgeImage.handle(viewer, new PurgeImage.Command(new ImageId(imageId)));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove everything in the trash for good")
    void empty(Viewer viewer) {
        emptyTrash.handle(viewer, new EmptyTrash.Command());
    }
}
