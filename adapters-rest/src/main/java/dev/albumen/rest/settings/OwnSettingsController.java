package dev.albumen.rest.settings;

import dev.albumen.application.settings.ChangeOwnSettings;
import dev.albumen.application.settings.ReadOwnSettings;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What one has decided for oneself. */
@Controller("/api/v1/users/me/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class OwnSettingsController {

    private final ReadOwnSettings readOwnSettings;
    private final ChangeOwnSettings changeOwnSettings;
    private final JsonAnswers answers;

    OwnSettingsController(ReadOwnSettings readOwnSettings, ChangeOwnSettings changeOwnSettings, JsonAnswers answers) {
        this.readOwnSettings = readOwnSettings;
        this.changeOwnSettings = changeOwnSettings;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read one's own settings",
            description = "The watermark is null for those whose pictures are marked in the instance's way.")
    @ApiResponse(responseCode = "200", description = "The settings",
            content = @Content(schema = @Schema(implementation = OwnSettingsBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer) {
        UserSettings settings = readOwnSettings.handle(viewer);
        return answers.one(request, settings.version(), OwnSettingsBodies.View.of(settings));
    }

    @Patch
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change one's own settings",
            description = "A cleared watermark is the instance's again, and its logo is gone. What is cleared in a watermark "
                    + "goes back to its default: no text (one's display name), bottom-right, 0.5, not tiled. What others see "
                    + "of marked images changes at once.")
    @ApiResponse(responseCode = "200", description = "The settings",
            content = @Content(schema = @Schema(implementation = OwnSettingsBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, IfMatch ifMatch, @Body OwnSettingsBodies.Patch body) {
        UserSettings settings = changeOwnSettings.handle(viewer, new ChangeOwnSettings.Command(body.changes(), body.noticesChosen(), ifMatch.version()));
        return answers.changed(settings.version(), OwnSettingsBodies.View.of(settings));
    }
}
