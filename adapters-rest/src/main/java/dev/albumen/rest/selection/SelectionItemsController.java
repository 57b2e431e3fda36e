package dev.albumen.rest.selection;

import dev.albumen.application.selection.ChangeChoice;
import dev.albumen.application.selection.ChooseImage;
import dev.albumen.application.selection.DropImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pictures of a client's selection. */
@Controller("/api/v1/public/shares/{token}/selections/me/items/{imageId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class SelectionItemsController {

    private final ChooseImage chooseImage;
    private final ChangeChoice changeChoice;
    private final DropImage dropImage;
    private final JsonAnswers answers;

    SelectionItemsController(ChooseImage chooseImage, ChangeChoice changeChoice, DropImage dropImage, JsonAnswers answers) {
        this.chooseImage = chooseImage;
        this.changeChoice = changeChoice;
        this.dropImage = dropImage;
        this.answers = answers;
    }

    @Put
    @Operation(
            summary = "Choose a picture, or say something else about one that is chosen",
            description = "One picture more than the link allows is a 409, selection-limit; a selection that is submitted or closed a "
                    + "409 of that name; a comment where the link takes none a 403, selection-comments-off.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.Item.class)))
    HttpResponse<?> choose(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID imageId,
            @Body SelectionBodies.@Nullable Choose body) {
        var said = body == null ? SelectionBodies.Choose.NOTHING : body;
        var item = chooseImage.handle(viewer, new ChooseImage.Command(ResumeCookie.knock(request, token), new ImageId(imageId),
                said.comment(), SelectionBodies.MarkBody.read(said.mark())));
        return answers.fresh(200, SelectionBodies.Item.of(item));
    }

    @Patch
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change what is said about a picture that is chosen")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.Item.class)))
    HttpResponse<?> change(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID imageId,
            @Body SelectionBodies.ItemPatch body) {
        var item = changeChoice.handle(viewer, new ChangeChoice.Command(
                ResumeCookie.knock(request, token), new ImageId(imageId), body.comment(), body.stars(), body.color()));
        return answers.fresh(200, SelectionBodies.Item.of(item));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose a picture no more")
    void drop(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID imageId) {
        dropImage.handle(viewer, new DropImage.Command(ResumeCookie.knock(request, token), new ImageId(imageId)));
    }
}
