package dev.albumen.rest.label;

import dev.albumen.application.label.AcceptLabel;
import dev.albumen.application.label.ListLabels;
import dev.albumen.application.label.RejectLabel;
import dev.albumen.application.label.RequestLabels;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** What one image was labelled with. */
@Controller("/api/v1/images/{id}/labels")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Labels")
final class ImageLabelsController {

    private final ListLabels listLabels;
    private final RequestLabels requestLabels;
    private final AcceptLabel acceptLabel;
    private final RejectLabel rejectLabel;
    private final JsonAnswers answers;

    ImageLabelsController(
            ListLabels listLabels, RequestLabels requestLabels, AcceptLabel acceptLabel, RejectLabel rejectLabel, JsonAnswers answers) {
        this.listLabels = listLabels;
        this.requestLabels = requestLabels;
        this.acceptLabel = acceptLabel;
        this.rejectLabel = rejectLabel;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read an image's labels", description = "For those who may change it; an accepted label is also among its tags.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LabelBodies.Sheet.class)))
    HttpResponse<?> list(Viewer viewer, HttpRequest<?> request, @PathVariable UUID id) {
        return answers.revalidated(request, LabelBodies.Sheet.of(listLabels.handle(viewer, new ListLabels.Query(new ImageId(id)))));
    }

    @Post
    @Operation(
            summary = "Have an image labelled",
            description = "Soon after the answer. An image that waits already goes on waiting; 409 for one that is not ready.")
    @ApiResponse(responseCode = "202", description = "It waits", content = @Content(schema = @Schema(implementation = LabelBodies.Sheet.class)))
    HttpResponse<?> request(Viewer viewer, @PathVariable UUID id) {
        var sheet = requestLabels.handle(viewer, new RequestLabels.Command(new ImageId(id)));
        return answers.fresh(202, LabelBodies.Sheet.of(sheet)).header(HttpHeaders.LOCATION, "/api/v1/images/" + id + "/labels");
    }

    @Post("/{name}/accept")
    @Operation(
            summary = "Make a label a tag",
            description = """
                    Of the source `labeler`. One that was rejected may be accepted after all; accepting again changes nothing. \
                    409 (`label-blocked`) for a name that is blocked, by the image's owner or for all.""")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LabelBodies.Sheet.class)))
    HttpResponse<?> accept(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
        var sheet = acceptLabel.handle(viewer, new AcceptLabel.Command(new ImageId(id), TagName.written("name", name)));
        return answers.fresh(200, LabelBodies.Sheet.of(sheet));
    }

    @Post("/{name}/reject")
    @Operation(
            summary = "Say that a label is wrong",
            description = "It never returns for this image, whatever labels it, and its tag is taken off where a labeler gave it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LabelBodies.Sheet.class)))
    HttpResponse<?> reject(Viewer viewer, @PathVariable UUID id, @PathVariable String name) {
        var sheet = rejectLabel.handle(viewer, new RejectLabel.Command(new ImageId(id), TagName.written("name", name)));
        return answers.fresh(200, LabelBodies.Sheet.of(sheet));
    }
}
