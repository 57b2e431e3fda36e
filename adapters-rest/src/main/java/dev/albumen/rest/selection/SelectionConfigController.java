package dev.albumen.rest.selection;

import dev.albumen.application.selection.ChangeSelectionConfig;
import dev.albumen.application.selection.ViewSelectionConfig;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.StrictJsonReader;
import dev.albumen.rest.share.SelectionView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Whether and how clients choose through a link. */
@Controller("/api/v1/shares/{id}/selection-config")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Selections")
final class SelectionConfigController {

    private final ViewSelectionConfig viewConfig;
    private final ChangeSelectionConfig changeConfig;
    private final JsonAnswers answers;

    SelectionConfigController(ViewSelectionConfig viewConfig, ChangeSelectionConfig changeConfig, JsonAnswers answers) {
        this.viewConfig = viewConfig;
        this.changeConfig = changeConfig;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read how clients choose through a link")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionView.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var config = viewConfig.handle(viewer, new ViewSelectionConfig.Query(new ShareId(id)));
        return answers.one(request, config.version(), SelectionView.of(config));
    }

    @Patch
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change how clients choose through a link, at once and for selections that have begun too")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionView.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body SelectionConfigBodies.Patch body) {
        var config = changeConfig.handle(
                viewer, new ChangeSelectionConfig.Command(new ShareId(id), body.read(), ifMatch.version()));
        return answers.changed(config.version(), SelectionView.of(config));
    }
}
